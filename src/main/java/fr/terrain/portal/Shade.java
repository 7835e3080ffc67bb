package fr.terrain.portal;

import fr.terrain.availability.Availability.State;
import java.util.Locale;

/** How the pages show a state of availability: the code of its pattern, and its word, long and short. */
public enum Shade {
    FREE(State.FREE, "free", "libre", "libre"),
    CONDITIONAL(State.CONDITIONAL, "cond", "cond.", "sous condition"),
    CLOSED(State.CLOSED, "closed", "fermé", "fermé"),
    TAKEN(State.TAKEN, "taken", "pris", "pris"),
    PAST(State.PAST, "past", "passé", "passé");

    private final State state;
    private final String code;
    private final String brief;
    private final String word;

    Shade(State state, String code, String brief, String word) {
        this.state = state;
        this.code = code;
        this.brief = brief;
        this.word = word;
    }

    static Shade of(State state) {
        return switch (state) {
            case FREE -> FREE;
            case CONDITIONAL -> CONDITIONAL;
            case CLOSED -> CLOSED;
            case TAKEN -> TAKEN;
            case PAST -> PAST;
        };
    }

    public String code() {
        return code;
    }

    public String brief() {
        return brief;
    }

    public String word() {
        return word;
    }

    /** The word as it begins a sentence. */
    public String title() {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }

    /** "1 semaine libre", "3 semaines prises". */
    String weeks(int count) {
        return state.weeks(count);
    }
}
