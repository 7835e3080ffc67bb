package fr.terrain.site;

/** An organisation that stands beside the one that grants a site: role OWNER, FACILITATOR or PARTNER, and whether it must sign. */
public record SiteParty(long organisationId, String role, boolean mustSign) {}
