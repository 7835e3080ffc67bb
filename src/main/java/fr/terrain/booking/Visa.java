package fr.terrain.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** The hierarchy of the granting organisation has seen the request as it is; it lapses when the request changes. */
@Entity
public class Visa {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long bookingId;
    Long organisationId;
    Long givenBy;
    Instant givenAt;
    String note;
    Instant lapsedAt;

    static Visa of(Booking booking, long giver, String note, Instant now) {
        Visa visa = new Visa();
        visa.bookingId = booking.id;
        visa.organisationId = booking.party(Party.Role.GRANTOR).organisationId;
        visa.givenBy = giver;
        visa.givenAt = now;
        visa.note = note;
        return visa;
    }

    void lapse(Instant now) {
        lapsedAt = now;
    }
}
