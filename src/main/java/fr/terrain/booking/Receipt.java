package fr.terrain.booking;

import fr.terrain.ParisClock;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a request came.
 *
 * @param receivedOn the day the call or the letter came (Europe/Paris); null for what its owner wrote
 * @param enteredBy the account that wrote it down for somebody else; null for what its owner wrote
 */
@Embeddable
public record Receipt(@Enumerated(EnumType.STRING) Channel channel, LocalDate receivedOn, Long enteredBy) {
    static final int LONGEST_DAYS = 60;

    /** Written by its owner. */
    static final Receipt ONLINE = new Receipt(Channel.ONLINE, null, null);

    /** Whether somebody else than its owner wrote it down. */
    public boolean isEntered() {
        return enteredBy != null;
    }

    /** When the law begins to count: as it was sent, or the day it came. */
    Instant at(Instant submitted) {
        return receivedOn == null
                ? submitted
                : receivedOn.atStartOfDay(ParisClock.PARIS).toInstant();
    }

    /** What the events of the request tell of it. */
    Map<String, String> detail() {
        return isEntered() ? Map.of("channel", channel.name(), "receivedOn", receivedOn.toString()) : Map.of();
    }
}
