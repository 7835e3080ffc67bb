package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.availability.HoldReason;
import fr.terrain.availability.Occupation;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.deadline.Deadlines;
import fr.terrain.deadline.Deadlines.Kind;
import fr.terrain.deadline.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Options: the dates of a request are kept until a date while it is examined; nobody else gets them meanwhile. */
@ApplicationScoped
public class Options {
    private static final int LONGEST_OPTION = 60;

    @Inject
    BookingRepository bookings;

    @Inject
    Transitions transitions;

    @Inject
    Occupation occupation;

    @Inject
    Deadlines deadlines;

    /**
     * An officer keeps the dates of a request until the end of a day; a second option moves that day.
     *
     * @param until local date of Europe/Paris, included
     * @throws fr.terrain.availability.AvailabilityRefusal when somebody else has some of the time
     */
    public Booking place(long id, Integer version, LocalDate until, Account by) {
        Map<String, String> detail = until == null ? Map.of() : Map.of("optionUntil", until.toString());
        return transitions.run(id, version, new Doer(by), Verb.PLACE_OPTION, detail, (booking, now) -> {
            check(until, now.atZone(ParisClock.PARIS).toLocalDate());
            booking.move(Verb.PLACE_OPTION, now);
            Instant end = LegalClock.endOf(until);
            occupation.hold(booking.id, transitions.claims(booking), end, HoldReason.OPTION);
            deadlines.open(booking.id, Kind.HOLD, end);
        });
    }

    /** An officer gives the dates back before the option ends. */
    public Booking release(long id, Integer version, Account by) {
        return transitions.run(id, version, new Doer(by), Verb.RELEASE_OPTION, Map.of(), this::giveBack);
    }

    void due(@Observes Due due) {
        if (!due.isOfBooking(Kind.HOLD)) return;
        if (!bookings.findById(due.subjectId()).status().allows(Verb.RELEASE_OPTION)) return;
        transitions.run(due.subjectId(), null, Doer.CLOCK, Verb.RELEASE_OPTION, Map.of(), this::giveBack);
    }

    /** What was kept is kept no longer when other dates are asked for: those are kept instead, as long, or the request is told who has them. */
    void moved(@Observes BookingMoved moved) {
        if (moved.verb() != Verb.RESUBMIT) return;
        Booking booking = moved.booking();
        deadlines
                .findDue(booking.id, Kind.HOLD)
                .ifPresent(until -> occupation.hold(booking.id, transitions.claims(booking), until, HoldReason.OPTION));
    }

    private void giveBack(Booking booking, Instant now) {
        booking.move(Verb.RELEASE_OPTION, now);
        occupation.releaseHolds(booking.id, HoldReason.OPTION);
        deadlines.done(booking.id, now, Kind.HOLD);
    }

    private static void check(LocalDate until, LocalDate today) {
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_OPTION)))
            throw BookingRefusal.incompleteOffer(List.of(new Missing(
                    "until", "Gardez les dates jusqu’à un jour compris entre aujourd’hui et dans 60 jours.")));
    }
}
