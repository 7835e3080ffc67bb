package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.deadline.Deadlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Gathers what is known of the trial of a booking. */
@ApplicationScoped
public class TrialSheets {
    @Inject
    Caller caller;

    @Inject
    TrialLife life;

    @Inject
    TrialEndings endings;

    @Inject
    TrialRepository trials;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** The trial of a booking as the caller may know it. */
    TrialSheet of(Booking booking) {
        boolean placed = booking.isPlaced();
        Termination termination = trials.findTermination(booking.id).orElse(null);
        return new TrialSheet(
                booking.status(),
                placed ? life.dates(booking) : null,
                placed ? life.conditions(booking) : new Conditions(List.of(), false, LocalDate.MIN),
                trials.findSuspension(booking.id).orElse(null),
                trials.listReports(booking.id),
                termination,
                termination == null ? null : endings.keptUntil(booking, termination.lastDay),
                booking.status().allows(Verb.TERMINATE) ? endings.causes(booking, caller.account()) : List.of(),
                deadlines.listOpen(booking.id),
                LocalDate.now(clock));
    }
}
