package fr.terrain.notification;

import fr.terrain.booking.Reader;

/** For whom a message about a booking is written; each has its own words. */
public enum Audience {
    OCCUPANT,
    OFFICERS,
    LEGAL,
    SIGNATORIES;

    /** How the pages speak to them of a booking; a signatory reads as the side that they sign for. */
    Reader reader(boolean ofOccupant) {
        return switch (this) {
            case OCCUPANT -> Reader.OCCUPANT;
            case OFFICERS -> Reader.OFFICER;
            case LEGAL -> Reader.LEGAL;
            case SIGNATORIES -> ofOccupant ? Reader.OCCUPANT : Reader.LEGAL;
        };
    }
}
