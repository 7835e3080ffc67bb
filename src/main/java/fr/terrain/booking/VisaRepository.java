package fr.terrain.booking;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** All SQL on visas. */
@ApplicationScoped
public class VisaRepository implements PanacheRepository<Visa> {

    /** The visa that holds for a booking, if its granting organisation gave one and nothing changed since. */
    Optional<Visa> findValid(Booking booking) {
        return find(
                        "bookingId = ?1 and organisationId = ?2 and lapsedAt is null",
                        booking.id,
                        booking.party(Party.Role.GRANTOR).organisationId)
                .firstResultOptional();
    }
}
