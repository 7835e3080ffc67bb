package fr.terrain.booking;

import fr.terrain.availability.LocalSlot;
import fr.terrain.http.French;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A booking in a list. */
public record Summary(
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
        String officer,
        Instant silence,
        long siteId,
        Long officerId,
        String grantor,
        String family,
        String category,
        Instant since) {

    LocalDate first() {
        return starts.toLocalDate();
    }

    /** The last day of use, included. */
    LocalDate last() {
        return new LocalSlot(starts, ends).lastDay();
    }

    /** "du 3 au 24 mai 2027", or null until dates are chosen. */
    public String period() {
        return starts == null ? null : French.period(first(), last());
    }
}
