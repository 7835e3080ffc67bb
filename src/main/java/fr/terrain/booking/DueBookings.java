package fr.terrain.booking;

import fr.terrain.deadline.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** What happens to a request by itself when a date of its examination is reached. */
@ApplicationScoped
public class DueBookings {
    @Inject
    BookingRepository bookings;

    @Inject
    Transitions transitions;

    @Inject
    SilentRefusals refusals;

    void ring(@Observes Due due) {
        if (due.subject() != Due.Subject.BOOKING) return;
        switch (due.kind()) {
            case SILENCE ->
                bookings.findByIdOptional(due.subjectId()).ifPresent(it -> refusals.refuse(it, due.dueAt()));
            case ANSWER -> bookings.findByIdOptional(due.subjectId()).ifPresent(this::missAnswer);
            default -> {}
        }
    }

    /** Nothing else happens by itself: the delay of silence runs again since that day. */
    private void missAnswer(Booking booking) {
        if (booking.status().allows(Verb.MISS_ANSWER))
            transitions.run(
                    booking.id,
                    null,
                    Doer.CLOCK,
                    Verb.MISS_ANSWER,
                    Map.of(),
                    (same, now) -> same.move(Verb.MISS_ANSWER, now));
    }
}
