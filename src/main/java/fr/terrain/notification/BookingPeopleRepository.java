package fr.terrain.notification;

import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Party;
import fr.terrain.booking.Verb;
import fr.terrain.organisation.Capability;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the mails need to know of a booking besides its file: the event, and who stands behind it. */
@ApplicationScoped
public class BookingPeopleRepository {
    private static final String EVENT =
            "select booking_id, seq, kind, from_status, account_id from told_booking_event where id = :event";
    private static final String PEOPLE = """
            select account_id, name, email, role, organisation, must_sign, capabilities, on_behalf_of
              from people_of_booking(:booking, cast(:day as date))
            """;

    @Inject
    EntityManager entityManager;

    /** An event as its trail numbers it; the doer is null for the clock. */
    record Happened(long bookingId, int seq, Verb verb, BookingStatus from, Long doer) {}

    Happened getEvent(long id) {
        Tuple row = (Tuple) entityManager
                .createNativeQuery(EVENT, Tuple.class)
                .setParameter("event", id)
                .getSingleResult();
        return new Happened(
                row.get(0, Long.class),
                row.get(1, Integer.class),
                Verb.valueOf(row.get(2, String.class)),
                BookingStatus.valueOf(row.get(3, String.class)),
                row.get(4, Long.class));
    }

    /** Everybody who stands behind a booking on that day of Europe/Paris, once for each organisation and each absent member. */
    List<Person> listPeople(long bookingId, LocalDate day) {
        return entityManager
                .createNativeQuery(PEOPLE, Tuple.class)
                .setParameter("booking", bookingId)
                .setParameter("day", day)
                .getResultStream()
                .map(row -> person((Tuple) row))
                .toList();
    }

    private static Person person(Tuple row) {
        return new Person(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                Party.Role.valueOf(row.get(3, String.class)),
                row.get(4, String.class),
                row.get(5, Boolean.class),
                capabilities(row.get(6, String[].class)),
                row.get(7, Long.class));
    }

    private static Set<Capability> capabilities(String[] codes) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        Arrays.stream(codes).map(Capability::of).forEach(capabilities::add);
        return capabilities;
    }
}
