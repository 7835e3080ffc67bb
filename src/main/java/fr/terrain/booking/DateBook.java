package fr.terrain.booking;

import fr.terrain.deadline.Deadlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up the dates that run for bookings, in as many queries for many as for one. */
@ApplicationScoped
public class DateBook {
    @Inject
    Deadlines deadlines;

    @Inject
    ChangeRequestRepository changes;

    @Inject
    Clock clock;

    RunningDates of(Booking booking) {
        return of(List.of(booking.id)).get(booking.id);
    }

    /** Those of each of these bookings. */
    Map<Long, RunningDates> of(Collection<Long> bookings) {
        Map<Long, Map<Deadlines.Kind, Deadlines.Date>> alive = deadlines.listAlive(bookings);
        Map<Long, ChangeRequest> stopping = changes.listSuspending(bookings, LocalDate.now(clock)).stream()
                .collect(Collectors.toMap(ChangeRequest::bookingId, Function.identity(), (one, other) -> other));
        Map<Long, RunningDates> dates = new HashMap<>();
        for (Long id : bookings)
            dates.put(
                    id,
                    new RunningDates(
                            alive.getOrDefault(id, Map.of()),
                            stopping.containsKey(id) ? stopping.get(id).answerBy() : null));
        return dates;
    }
}
