package fr.terrain.fee;

/** How a tariff grid classes the use of a place. */
public enum UseClass {
    NO_REVENUE,
    REVENUE,
    ASSOCIATION
}
