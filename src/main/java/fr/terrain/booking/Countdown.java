package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.http.French;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days left before silence refuses a request, as its badge shows them. */
public record Countdown(String tone, String icon, String words, String due) {
    private static final int SOON = 30;
    private static final int URGENT = 10;

    /** Null when no clock runs.
     * @param today local date in Europe/Paris */
    static Countdown of(Instant silence, LocalDate today) {
        if (silence == null) return null;
        LocalDate last = LegalClock.lastDay(silence);
        long days = ChronoUnit.DAYS.between(today, last);
        String due = "refus implicite le " + French.date(last);
        if (days < 0) return new Countdown("danger", "warning", "Dépassée", due);
        String words = days == 0 ? "Aujourd’hui" : days + (days == 1 ? " jour" : " jours");
        if (days <= URGENT) return new Countdown("danger", "warning", words, due);
        return new Countdown(days <= SOON ? "warn" : "ok", "clock", words, due);
    }

    /** The last instant at which a clock may end to be urgent on this day of Europe/Paris. */
    static Instant urgentUntil(LocalDate today) {
        return today.plusDays(URGENT + 1L).atStartOfDay(ParisClock.PARIS).toInstant();
    }

    public boolean urgent() {
        return tone.equals("danger");
    }
}
