package fr.terrain.booking;

import fr.terrain.deadline.Deadlines.Date;
import fr.terrain.deadline.Deadlines.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The dates that run for one booking, or have passed.
 *
 * @param stoppedUntil the last day of the time given for missing pieces while their answer is awaited, Europe/Paris; null when silence runs
 */
public record RunningDates(Map<Kind, Date> dates, LocalDate stoppedUntil) {
    static final RunningDates NONE = new RunningDates(Map.of(), null);

    Optional<Date> find(Kind kind) {
        return Optional.ofNullable(dates.get(kind));
    }

    /** When silence refuses, or has refused; null when the law sets no date, or a decision came. */
    public Instant silence() {
        return find(Kind.SILENCE).map(Date::dueAt).orElse(null);
    }

    /** The last day before silence refuses; null when it does not. */
    public LocalDate silenceDay() {
        return silence() == null ? null : LegalClock.lastDay(silence());
    }

    /** Whether silence has refused. */
    public boolean isRefused() {
        return isPassed(Kind.SILENCE);
    }

    /** The last day on which the owner may go to the judge against the silent refusal; only of one that was born. */
    public LocalDate lastDayOfAppeal() {
        return LegalClock.lastDay(LegalClock.appealDue(silenceDay()));
    }

    /** The last day to tell the reasons that were asked for; null when none are awaited. */
    public LocalDate reasonsDay() {
        return find(Kind.REASONS).map(date -> LegalClock.lastDay(date.dueAt())).orElse(null);
    }

    /** The last day to give the receipt; null when it was given or none is owed. */
    public LocalDate receiptDay() {
        return find(Kind.RECEIPT).map(date -> LegalClock.lastDay(date.dueAt())).orElse(null);
    }

    public boolean isReceiptLate() {
        return isPassed(Kind.RECEIPT);
    }

    private boolean isPassed(Kind kind) {
        return find(kind).map(Date::passed).orElse(false);
    }
}
