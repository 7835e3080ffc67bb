package fr.terrain.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** One of the things without which a trial does not start, as somebody recorded it; the newest of a kind counts. Days are of Europe/Paris. */
@Entity
public class StartCondition {
    /** What may be needed. */
    public enum Kind {
        INSURANCE,
        ENTRY_INSPECTION,
        /** Sent to the prefect, who controls its legality (CGCT L.2131-1). */
        TRANSMISSION,
        /** Told to the occupant. */
        NOTIFICATION,
        /** Named without its day it is awaited, and the trial does not start; named again with its day it is there. */
        PERMIT;

        /** Whether it is about the signed convention, so that it cannot come before. */
        boolean isOfTheSigned() {
            return this == TRANSMISSION || this == NOTIFICATION;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long bookingId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public LocalDate doneOn;
    public LocalDate validUntil;
    public String label;
    public String reference;
    Long recordedBy;
    public Instant recordedAt;

    /** Whether it was only said to be needed. */
    public boolean isAwaited() {
        return kind == Kind.PERMIT && doneOn == null;
    }
}
