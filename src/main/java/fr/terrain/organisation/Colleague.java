package fr.terrain.organisation;

/** A member of an organisation as others of its members name them. */
public record Colleague(long id, String name) {}
