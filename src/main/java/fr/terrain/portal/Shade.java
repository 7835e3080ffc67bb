package fr.terrain.portal;

import fr.terrain.availability.Availability.State;
import java.util.Locale;

/** How the pages show a state of availability: the code of its pattern, and its word, long and short. */
public enum Shade {
    FREE("free", "libre", "libre", "libre", "libres"),
    CONDITIONAL("cond", "cond.", "sous condition", "sous condition", "sous condition"),
    CLOSED("closed", "fermé", "fermé", "fermée", "fermées"),
    TAKEN("taken", "pris", "pris", "prise", "prises");

    private final String code;
    private final String brief;
    private final String word;
    private final String week;
    private final String weeks;

    Shade(String code, String brief, String word, String week, String weeks) {
        this.code = code;
        this.brief = brief;
        this.word = word;
        this.week = week;
        this.weeks = weeks;
    }

    static Shade of(State state) {
        return switch (state) {
            case FREE -> FREE;
            case CONDITIONAL -> CONDITIONAL;
            case CLOSED -> CLOSED;
            case TAKEN -> TAKEN;
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
        return count == 1 ? "1 semaine " + week : count + " semaines " + weeks;
    }
}
