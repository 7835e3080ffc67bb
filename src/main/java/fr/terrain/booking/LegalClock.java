package fr.terrain.booking;

import fr.terrain.ParisClock;
import java.time.Instant;
import java.time.LocalDate;

/** The delays that the law sets; months are calendar months in Europe/Paris. */
public final class LegalClock {
    private static final int SILENCE_MONTHS = 2;

    private LegalClock() {}

    /** When silence on a request for public domain becomes a refusal: the same day two months later, at the end of that day (CRPA L.231-4). */
    public static Instant silentRefusal(Instant received) {
        return received.atZone(ParisClock.PARIS)
                .toLocalDate()
                .plusMonths(SILENCE_MONTHS)
                .plusDays(1)
                .atStartOfDay(ParisClock.PARIS)
                .toInstant();
    }

    /** The last day on which an answer comes in time, for a delay that ends at this instant. */
    public static LocalDate lastDay(Instant due) {
        return due.minusNanos(1).atZone(ParisClock.PARIS).toLocalDate();
    }
}
