package fr.terrain.availability;

/** Why time is kept for a request that does not have it yet. */
public enum HoldReason {
    /** An officer keeps the time until a date. */
    OPTION,
    /** The time became free and is offered to the next on the waiting list. */
    OFFER,
    /** An amendment waits for its signatures. */
    AMENDMENT
}
