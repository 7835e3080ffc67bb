package fr.terrain.availability;

/** A row that keeps a space: a booking, a hold or a closure, on lanes {@code firstLane} to {@code lastLane} (null: all of them). */
public record Booked(Kind kind, int firstLane, Integer lastLane, Period during, String cause) {
    /** What keeps the space. */
    public enum Kind {
        BOOKING,
        HOLD,
        CLOSURE
    }

    boolean takesLane(int lane) {
        return firstLane <= lane && (lastLane == null || lane <= lastLane);
    }
}
