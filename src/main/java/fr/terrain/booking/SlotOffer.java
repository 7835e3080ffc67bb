package fr.terrain.booking;

import fr.terrain.availability.LocalSlot;
import fr.terrain.http.French;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Slots proposed to a request, kept for it until the instant at which the offer lapses. */
public record SlotOffer(long id, long bookingId, Instant madeAt, Instant expiresAt, List<Slot> slots) {
    /** The first day offered, local date in Europe/Paris. */
    public LocalDate firstDay() {
        return LocalSlot.first(slots.stream().map(Slot::local));
    }

    /** The last day offered, included. */
    public LocalDate lastDay() {
        return LocalSlot.last(slots.stream().map(Slot::local));
    }

    /** "du 3 au 24 mai 2027". */
    public String period() {
        return French.period(firstDay(), lastDay());
    }

    /** The last day on which it can be accepted, local date in Europe/Paris. */
    public LocalDate answerBy() {
        return LegalClock.lastDay(expiresAt);
    }
}
