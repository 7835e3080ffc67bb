package fr.terrain.site;

/**
 * A space of a site changes, in the transaction of who hears this: the room that knows who is there refuses by throwing.
 *
 * @param capacity how many projects at once it is to hold; that room writes it
 */
public record SpaceChange(Fate fate, long spaceId, String name, int capacity) {
    /** What happens to it. */
    public enum Fate {
        ADDED,
        RESIZED,
        LEAVING
    }
}
