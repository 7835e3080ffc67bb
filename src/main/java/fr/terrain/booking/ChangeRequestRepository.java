package fr.terrain.booking;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All SQL on what officers ask owners to complete. */
@ApplicationScoped
public class ChangeRequestRepository implements PanacheRepository<ChangeRequest> {

    /** What the owner has not answered yet, if something was asked. */
    public Optional<ChangeRequest> findOpen(Booking booking) {
        return find("bookingId = ?1 and answeredAt is null", booking.id).firstResultOptional();
    }

    /** All that was asked of the owner of a booking, oldest first. */
    public List<ChangeRequest> listOf(Booking booking) {
        return list("bookingId = ?1 order by askedAt, id", booking.id);
    }
}
