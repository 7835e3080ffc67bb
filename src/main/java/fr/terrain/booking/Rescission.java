package fr.terrain.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** An agreement that was taken back before it became a convention, and why. Never changed. */
@Entity
public class Rescission {
    @Id
    Long bookingId;

    String law;
    String fact;
    LocalDate invitedOn;
    String urgency;
    Long decidedBy;
    Instant decidedAt;

    Rescission() {}

    Rescission(long bookingId, RescissionOrder order, long by, Instant now) {
        this.bookingId = bookingId;
        law = order.law();
        fact = order.fact();
        invitedOn = order.invitedOn();
        urgency = order.urgency();
        decidedBy = by;
        decidedAt = now;
    }
}
