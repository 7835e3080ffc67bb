package fr.terrain.site;

import java.time.Instant;

/**
 * Something that happened to a site.
 *
 * @param from null for the first
 * @param by the name that the person bears today
 * @param reason what was written with it, or null
 */
public record SiteEvent(
        long id, long siteId, Act act, Site.State from, Site.State to, String by, String reason, Instant occurredAt) {
    /** What happened. */
    public enum Act {
        OPENED,
        EDITED,
        SUBMITTED,
        CHANGES_ASKED,
        VALIDATED,
        REJECTED,
        SUSPENDED,
        RESUMED,
        ARCHIVED,
        RESTORED
    }
}
