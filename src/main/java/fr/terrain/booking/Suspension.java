package fr.terrain.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** A time in which a trial may not go on; its place stays kept. Days are of Europe/Paris. */
@Entity
public class Suspension {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long bookingId;

    @Enumerated(EnumType.STRING)
    public SuspensionCause cause;

    public String words;
    public LocalDate since;
    public LocalDate expectedOn;
    Long orderedBy;
    Instant orderedAt;
    private Instant endedAt;

    /** The trial goes on, or is over. */
    void end(Instant now) {
        endedAt = now;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
