package fr.terrain.booking;

/** How the title is given (CG3P L.2122-1-1 to L.2122-1-4). */
public enum AwardRoute {
    PUBLICITY,
    SELECTION,
    DIRECT,
    NOT_CONCERNED
}
