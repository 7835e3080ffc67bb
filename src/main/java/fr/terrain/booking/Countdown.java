package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.deadline.Deadlines.Date;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.http.French;
import fr.terrain.http.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The one date of a booking that matters to its reader now, as its badge shows it everywhere.
 *
 * @param dueAt the instant at which the day of the date is over
 * @param days how many days are left in Europe/Paris, 0 on the last one, less when it has passed
 * @param tone how it is coloured, never without its words
 * @param words how long there is still
 * @param due what falls due, and on which day
 */
public record Countdown(Kind kind, Instant dueAt, long days, String tone, String icon, String words, String due) {
    private static final int SOON = 30;
    private static final int URGENT = 10;

    /** What is expected to come on its day, and presses nobody. */
    private static final List<Kind> EXPECTED = List.of(Kind.START, Kind.FINISH);

    /** Null when no date runs for this reader.
     * @param today local date in Europe/Paris */
    static Countdown of(RunningDates dates, BookingStatus status, Reader reader, LocalDate today) {
        return pick(status, reader).stream()
                .filter(kind -> isShown(dates, kind, reader))
                .findFirst()
                .map(kind -> of(kind, dates, today))
                .filter(clock -> clock.kind != Kind.DRAFT || clock.days <= SOON)
                .orElse(null);
    }

    /** Which dates a reader is shown in a state, the first that runs alone. */
    private static List<Kind> pick(BookingStatus status, Reader reader) {
        boolean owner = reader == Reader.OCCUPANT;
        return switch (status) {
            case DRAFT -> List.of(Kind.DRAFT);
            case SUBMITTED, IN_REVIEW ->
                owner ? List.of(Kind.OFFER, Kind.SILENCE) : List.of(Kind.REASONS, Kind.RECEIPT, Kind.SILENCE);
            case CHANGES_REQUESTED ->
                owner
                        ? List.of(Kind.OFFER, Kind.ANSWER, Kind.SILENCE)
                        : List.of(Kind.REASONS, Kind.RECEIPT, Kind.SILENCE, Kind.ANSWER);
            case APPROVED -> List.of(Kind.EXPIRY);
            case SIGNING -> List.of(Kind.SIGNATURE, Kind.EXPIRY);
            case SIGNED -> List.of(Kind.START, Kind.EXPIRY);
            case RUNNING, SUSPENDED -> List.of(Kind.FINISH);
            case REPORT_DUE -> List.of(Kind.REPORT);
            case REFUSED, CLOSED, TERMINATED, WITHDRAWN, EXPIRED -> List.of();
        };
    }

    /** What has passed is still shown while somebody has to mend it. */
    private static boolean isShown(RunningDates dates, Kind kind, Reader reader) {
        Optional<Date> date = dates.find(kind);
        if (date.isEmpty()) return false;
        boolean passed = date.get().passed();
        return switch (kind) {
            case SILENCE, ANSWER, REASONS, REPORT -> true;
            case START -> !passed || reader == Reader.OFFICER;
            // the mail gives it by itself: it is the officer's only when it did not
            case RECEIPT -> passed && !dates.isRefused();
            default -> !passed;
        };
    }

    private static Countdown of(Kind kind, RunningDates dates, LocalDate today) {
        Date date = dates.find(kind).orElseThrow();
        LocalDate last = day(kind, date);
        long days = ChronoUnit.DAYS.between(today, last);
        String due = Words.say("clock." + kind) + " " + French.date(last);
        if (kind == Kind.SILENCE && date.passed())
            return new Countdown(
                    kind,
                    date.dueAt(),
                    days,
                    "danger",
                    "warning",
                    "Refus implicite",
                    "né le " + French.date(last) + "\u00a0: une décision expresse reste possible");
        if (kind == Kind.SILENCE && dates.stoppedUntil() != null)
            return new Countdown(
                    kind,
                    date.dueAt(),
                    days,
                    "info",
                    "clock",
                    "Arrêtée jusqu’au " + French.dayAndMonth(dates.stoppedUntil()),
                    due);
        if (date.passed() && kind == Kind.START) return late(date.dueAt(), kind, days, "Début manqué", due);
        if (date.passed() && kind == Kind.RECEIPT) return late(date.dueAt(), kind, days, "Accusé en retard", due);
        return running(kind, date.dueAt(), days, due);
    }

    private static Countdown late(Instant dueAt, Kind kind, long days, String words, String due) {
        return new Countdown(kind, dueAt, days, "danger", "warning", words, due);
    }

    /** The day that is told: a trial begins with its day, all else ends with it. */
    private static LocalDate day(Kind kind, Date date) {
        return kind == Kind.START
                ? date.dueAt().atZone(ParisClock.PARIS).toLocalDate()
                : LegalClock.lastDay(date.dueAt());
    }

    private static Countdown running(Kind kind, Instant dueAt, long days, String due) {
        if (days < 0) return new Countdown(kind, dueAt, days, "danger", "warning", "Dépassée", due);
        String words = days == 0 ? "Aujourd’hui" : days + (days == 1 ? " jour" : " jours");
        if (EXPECTED.contains(kind)) return new Countdown(kind, dueAt, days, "ok", "clock", words, due);
        if (days <= URGENT) return new Countdown(kind, dueAt, days, "danger", "warning", words, due);
        return new Countdown(kind, dueAt, days, days <= SOON ? "warn" : "ok", "clock", words, due);
    }

    /** The last instant at which a clock may end to be urgent on this day of Europe/Paris. */
    static Instant urgentUntil(LocalDate today) {
        return today.plusDays(URGENT + 1L).atStartOfDay(ParisClock.PARIS).toInstant();
    }

    public boolean urgent() {
        return tone.equals("danger");
    }

    /** The whole badge in one line. */
    public String line() {
        return words + ", " + due;
    }
}
