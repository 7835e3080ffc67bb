package fr.terrain.booking;

/** What a request says, field by field: the parts of it that an officer may ask the owner to complete. */
public enum RequestField {
    TITLE,
    PURPOSE,
    PROTOCOL,
    TECHNIQUES,
    TRL,
    PEOPLE,
    NEEDS,
    PLACE,
    DATES,
    AREA,
    USE_CLASS,
    /** Corrected on the page of the organisation itself, by who manages it. */
    ORGANISATION;

    /** Whether the project tells it, rather than the booking. */
    boolean isOfProject() {
        return ordinal() <= PEOPLE.ordinal();
    }

    /** Whether the slots or the fee depend on it. */
    boolean isOfPlace() {
        return this == PLACE || this == DATES || this == AREA || this == USE_CLASS;
    }
}
