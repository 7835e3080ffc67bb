package fr.terrain.portal;

/**
 * What the place must allow.
 *
 * @param indoor whether it is indoors, or null
 * @param capacity how many experiments one space holds at once at least, or null
 * @param stay days at which a space can be asked for today, all of them or, with a duration, some among them; or null
 * @param duration how many days running, or null for all of the stay
 */
public record Needs(Boolean indoor, Integer capacity, Stay stay, Integer duration) {
    public static final Needs NONE = of(null);

    public static Needs of(Stay stay) {
        return new Needs(null, null, stay, null);
    }

    Needs withoutIndoor() {
        return new Needs(null, capacity, stay, duration);
    }
}
