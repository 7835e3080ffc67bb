package fr.terrain.booking;

/** The closed list of cases in which an occupation of the public domain may be free (CG3P L.2125-1). */
public enum FreeItem {
    PUBLIC_SERVICE_WORKS,
    DOMAIN_CONSERVATION,
    STATE_SECURITY,
    GUIDED_TRANSPORT_WORKS,
    GENERAL_INTEREST_ASSOCIATION
}
