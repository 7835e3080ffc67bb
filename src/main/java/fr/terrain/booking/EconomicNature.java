package fr.terrain.booking;

/** Whether the occupation is an economic exploitation (CG3P L.2122-1-1). */
public enum EconomicNature {
    NO,
    YES,
    DOUBT
}
