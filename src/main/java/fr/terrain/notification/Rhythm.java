package fr.terrain.notification;

/** How a person wants what they need not be told at once. */
public enum Rhythm {
    AT_ONCE,
    DAILY,
    NONE
}
