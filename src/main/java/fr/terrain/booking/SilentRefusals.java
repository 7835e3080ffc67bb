package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What becomes of a request that silence has refused: it stays open to an express decision, and its owner may ask why. */
@ApplicationScoped
public class SilentRefusals implements TransitionGuard {
    private static final String BASIS = "Article L. 231-4 du code des relations entre le public et l’administration";

    @Inject
    Transitions transitions;

    @Inject
    SilenceClock silence;

    @Inject
    Deadlines deadlines;

    @Inject
    BookingTrail trail;

    @Inject
    Clock clock;

    /** Silence refuses; a date that was put off meanwhile only moves. */
    void refuse(Booking booking, Instant due) {
        if (!booking.status().allows(Verb.SILENT_REFUSAL)) return;
        silence.reckon(booking, clock.instant());
        if (!deadlines.findDue(booking.id, Kind.SILENCE).equals(Optional.of(due))) return;
        Map<String, String> detail = Map.of("refusedOn", LegalClock.lastDay(due).toString(), "basis", BASIS);
        transitions.run(
                booking.id,
                null,
                Doer.CLOCK,
                Verb.SILENT_REFUSAL,
                detail,
                (same, now) -> same.move(Verb.SILENT_REFUSAL, now));
    }

    /**
     * The owner asks for the reasons of the silent refusal: they are due in a month (CRPA L.232-4).
     *
     * @throws BookingRefusal when silence has not refused, the delay of appeal is over, or they were asked for already
     */
    public Booking askReasons(long id, Integer version, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.ASK_REASONS, Map.of(), (booking, now) -> {
            booking.move(Verb.ASK_REASONS, now);
            deadlines.open(booking.id, Kind.REASONS, LegalClock.reasonsDue(now));
        });
    }

    /** An officer tells them, in law and in fact. */
    public Booking giveReasons(long id, Integer version, Refused reasons, Account by) {
        reasons.check();
        return transitions.run(id, version, new Doer(by), Verb.GIVE_REASONS, reasons.detail(), (booking, now) -> {
            booking.move(Verb.GIVE_REASONS, now);
            deadlines.met(booking.id, Kind.REASONS, now);
        });
    }

    /** The day on which silence refused, if it did. */
    public Optional<LocalDate> findBorn(Booking booking) {
        return deadlines.findFired(booking.id, Kind.SILENCE).map(LegalClock::lastDay);
    }

    @Override
    public void check(Booking booking, Verb verb) {
        if (isMoot(booking, verb))
            throw new BookingRefusal(
                    BookingRefusal.Reason.NOT_REFUSED_BY_SILENCE,
                    verb == Verb.ASK_REASONS
                            ? "Les motifs se demandent une fois, après un refus implicite et dans le délai de recours."
                            : "Le porteur n’a pas demandé de motifs, ou les a déjà reçus.");
    }

    @Override
    public boolean isMoot(Booking booking, Verb verb) {
        return switch (verb) {
            case ASK_REASONS -> !isAskable(booking);
            case GIVE_REASONS -> !isAwaited(booking);
            default -> false;
        };
    }

    private boolean isAskable(Booking booking) {
        Optional<LocalDate> born = findBorn(booking);
        return born.isPresent()
                && clock.instant().isBefore(LegalClock.appealDue(born.get()))
                && !trail.has(booking.id, Verb.ASK_REASONS);
    }

    private boolean isAwaited(Booking booking) {
        return deadlines.findDue(booking.id, Kind.REASONS).isPresent()
                || deadlines.findFired(booking.id, Kind.REASONS).isPresent();
    }

    /** The last day to go to the judge against a silent refusal born on this day, or against reasons that were told then. */
    static LocalDate lastDayOfAppeal(LocalDate known) {
        return LegalClock.lastDay(LegalClock.appealDue(known));
    }
}
