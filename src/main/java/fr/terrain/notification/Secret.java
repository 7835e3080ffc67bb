package fr.terrain.notification;

import java.util.Optional;

/**
 * What a letter says to nobody but its reader: its place is kept in the row, and it is put there when the letter is sent.
 *
 * @param words what stands there; empty when it is worth nothing any more, and the letter with it
 */
record Secret(Optional<String> words) {
    /** Holds the place, and can stand in an address. */
    static final String PLACE = "(lien-personnel)";
}
