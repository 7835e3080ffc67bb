package fr.terrain.booking;

import java.util.Locale;

/** For whom a page speaks of a request: its words differ. */
public enum Reader {
    OCCUPANT,
    OFFICER,
    LEGAL;

    /** The end of the keys of the words for this reader. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
