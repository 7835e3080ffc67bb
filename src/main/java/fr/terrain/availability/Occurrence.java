package fr.terrain.availability;

import java.util.Comparator;
import java.util.List;

/** One stretch of a series and whether it can be had; when it cannot, on which space and, of a closure, why. */
public record Occurrence(LocalSlot slot, State state, String space, String cause) {

    /** Whether a stretch can be had; the later ones are the worse. */
    public enum State {
        FREE,
        TAKEN,
        CLOSED,
        OUTSIDE,
        SKIPPED,
        GIVEN_UP
    }

    static Occurrence free(LocalSlot slot) {
        return new Occurrence(slot, State.FREE, null, null);
    }

    /** A stretch that its owner gave up. */
    public static Occurrence givenUp(LocalSlot slot) {
        return new Occurrence(slot, State.GIVEN_UP, null, null);
    }

    /** What the same stretch comes to on several spaces: the worst of them. */
    public static Occurrence worst(List<Occurrence> spaces) {
        return spaces.stream().max(Comparator.comparing(Occurrence::state)).orElseThrow();
    }

    /** Whether it has to be given up, or something else asked for. */
    public boolean isRefused() {
        return state != State.FREE && state != State.GIVEN_UP;
    }
}
