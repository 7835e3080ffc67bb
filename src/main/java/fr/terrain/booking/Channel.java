package fr.terrain.booking;

/** How a request came: written by its owner, or entered by an officer for somebody who telephoned or wrote on paper. */
public enum Channel {
    ONLINE,
    TELEPHONE,
    PAPER
}
