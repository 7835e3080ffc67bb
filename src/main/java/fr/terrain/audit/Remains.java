package fr.terrain.audit;

/** What a forgotten person leaves behind because the law or others need it: how many of each. */
public record Remains(long signatures, long decisions, long requests, long loneOrganisations) {}
