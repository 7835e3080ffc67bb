package fr.terrain.booking;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All SQL on what officers ask owners to complete. */
@ApplicationScoped
public class ChangeRequestRepository implements PanacheRepository<ChangeRequest> {

    /** What the owner has not answered yet, if something was asked. */
    public Optional<ChangeRequest> findOpen(Booking booking) {
        return find("bookingId = ?1 and answeredAt is null", booking.id).firstResultOptional();
    }

    /** Requests for missing pieces of these bookings that have no answer and whose time runs on this day: silence stands still meanwhile. */
    List<ChangeRequest> listSuspending(Collection<Long> bookings, LocalDate today) {
        return list("bookingId in ?1 and missingPieces and answeredAt is null and answerBy >= ?2", bookings, today);
    }

    /** All that was asked of the owner of a booking, oldest first. */
    public List<ChangeRequest> listOf(Booking booking) {
        return list("bookingId = ?1 order by askedAt, id", booking.id);
    }
}
