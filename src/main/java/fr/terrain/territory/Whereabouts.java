package fr.terrain.territory;

import fr.terrain.http.Words;

/** In which commune a place is, and how that is known: by outlines when they are loaded, else by the nearest label point. */
public record Whereabouts(String insee, String commune, Basis basis, long metres) {
    /** How the commune was found. */
    public enum Basis {
        /** Its outline holds the place, or the largest part of it. */
        OVERLAP,
        /** Its outline is within 300 m, as of a quay. */
        SHORE,
        /** No outline is loaded: its label point is the nearest. */
        NEAREST,
        /** The place is outside of the territory, and this commune the nearest. */
        OUTSIDE
    }

    /** How far off the outline a place still belongs to a commune: harbours lie in the water. */
    public static final int TOLERANCE_METRES = 300;

    public boolean isInside() {
        return basis != Basis.OUTSIDE;
    }

    /** One sentence for who places a site. */
    public String words() {
        return commune + "\u00a0: " + Words.label(basis);
    }
}
