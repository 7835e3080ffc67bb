package fr.terrain.booking;

/** Why a trial is suspended: the causes that the conventions name, and any other in words. */
public enum SuspensionCause {
    /** The danger of fire closes the massif. */
    MASSIF,
    WEATHER,
    VIGIPIRATE,
    WORKS,
    EVENT,
    OTHER
}
