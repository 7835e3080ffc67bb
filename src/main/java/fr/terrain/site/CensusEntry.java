package fr.terrain.site;

import java.math.BigDecimal;
import java.time.Instant;

/** An entry of the census as officers work on it: what the source says, how sure it is, and what was made of it. */
public record CensusEntry(
        String id,
        String name,
        String category,
        String categoryLabel,
        String family,
        String commune,
        Site.Confidence positionConfidence,
        String manager,
        Site.Confidence managerConfidence,
        String domainText,
        Space.Domain domain,
        BigDecimal areaHa,
        String note,
        String source,
        boolean knowledgeOnly,
        Decision decision,
        int seq,
        String siteSlug,
        String siteName,
        String mergedInto,
        String reason,
        String decidedBy,
        Instant decidedAt) {
    /** What was made of it. */
    public enum Decision {
        TO_DO,
        CONFIRMED,
        MERGED,
        REJECTED
    }

    public boolean isOpen() {
        return decision == Decision.TO_DO;
    }

    /** Whether the decision can be taken back: what became a site is archived there. */
    public boolean isReopenable() {
        return decision == Decision.MERGED || decision == Decision.REJECTED;
    }

    /** The tone and the sign of what was made of it. */
    public String tone() {
        return switch (decision) {
            case TO_DO -> "warn";
            case CONFIRMED -> "ok";
            case MERGED, REJECTED -> "neutral";
        };
    }

    public String icon() {
        return switch (decision) {
            case TO_DO -> "clock";
            case CONFIRMED -> "check";
            case MERGED, REJECTED -> "document";
        };
    }

    public boolean isDomainUnknown() {
        return domain == Space.Domain.UNKNOWN;
    }
}
