package fr.terrain.booking;

import jakarta.persistence.Embeddable;

/** A space that a booking asks for; the site is repeated so that the schema can hold both together. */
@Embeddable
public record BookedSpace(Long siteId, Long spaceId, boolean exclusive) {}
