package fr.terrain.booking;

/** What a project uses that changes the permits it needs and the clauses it signs. */
public enum Technique {
    DRONE,
    RADIO,
    PERSONAL_DATA,
    CAMERA,
    VEHICLE,
    ENERGY,
    DISCHARGE,
    WORKS,
    PUBLIC_PRESENT
}
