package fr.terrain.availability;

/** A stretch of a space that somebody else has. */
public record Collision(long spaceId, String space, Booked.Kind kind, Period during, String cause) {}
