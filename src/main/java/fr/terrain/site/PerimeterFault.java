package fr.terrain.site;

/** What keeps a file from being a perimeter, in French, and whether the person who hands it in may have it mended. */
class PerimeterFault extends Exception {
    private final boolean mendable;

    PerimeterFault(String words) {
        this(words, false);
    }

    PerimeterFault(String words, boolean mendable) {
        super(words);
        this.mendable = mendable;
    }

    /** Whether consent would settle it. */
    boolean isMendable() {
        return mendable;
    }
}
