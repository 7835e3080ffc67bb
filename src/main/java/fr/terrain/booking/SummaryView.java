package fr.terrain.booking;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;

/** A booking in a list, as the API gives it to its owner: towards the occupant the grantor speaks, and no officer is named. */
public record SummaryView(
        long id,
        String reference,
        BookingStatus status,
        String project,
        String site,
        String slug,
        String occupant,
        Instant submittedAt,
        Instant createdAt,
        LocalDateTime starts,
        LocalDateTime ends,
        BigDecimal fee,
        Instant silence,
        long siteId,
        String grantor,
        String family,
        String category,
        Instant since) {

    static SummaryView of(Summary summary) {
        return new SummaryView(
                summary.id(),
                summary.reference(),
                summary.status(),
                summary.project(),
                summary.site(),
                summary.slug(),
                summary.occupant(),
                summary.submittedAt(),
                summary.createdAt(),
                summary.starts(),
                summary.ends(),
                summary.fee(),
                summary.silence(),
                summary.siteId(),
                summary.grantor(),
                summary.family(),
                summary.category(),
                summary.since());
    }
}
