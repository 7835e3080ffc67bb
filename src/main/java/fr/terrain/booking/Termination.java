package fr.terrain.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** The early end of a signed convention: who ended it, why, and its last day of use (Europe/Paris). Never changed. */
@Entity
public class Termination {
    @Id
    Long bookingId;

    @Enumerated(EnumType.STRING)
    public Verb.Side side;

    @Enumerated(EnumType.STRING)
    public TerminationCause cause;

    public LocalDate lastDay;
    LocalDate since;
    String urgency;
    public String reason;
    Long givenBy;
    public Instant givenAt;

    Termination() {}

    Termination(long bookingId, Verb.Side side, TerminationNotice notice, long by, Instant now) {
        this.bookingId = bookingId;
        this.side = side;
        cause = notice.cause();
        lastDay = notice.lastDay();
        since = notice.since();
        urgency = notice.urgency();
        reason = notice.reason();
        givenBy = by;
        givenAt = now;
    }
}
