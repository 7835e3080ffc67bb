package fr.terrain.booking;

/** Asked before any verb; a room above that has a say throws its refusal. */
public interface TransitionGuard {
    /** Lets the verb pass, or throws a {@link fr.terrain.Refusal}. */
    void check(Booking booking, Verb verb);

    /** Whether the verb has no object now, although the state allows it: then nobody is shown its button. */
    default boolean isMoot(Booking booking, Verb verb) {
        return false;
    }
}
