package fr.terrain.organisation;

/** Who signs for an organisation: name, quality, and the act that gives the power. */
public record Representative(long organisationId, Long accountId, String name, String quality, String delegationAct) {}
