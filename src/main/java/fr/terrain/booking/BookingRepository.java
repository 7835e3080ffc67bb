package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.http.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** All SQL on bookings. What an account may not see is not found: access is part of the query. */
@ApplicationScoped
public class BookingRepository implements PanacheRepository<Booking> {
    static final String VISIBLE = """
            (exists (select from party p join capabilities_at(cast(:today as date)) m on m.organisation_id = p.organisation_id
                      where p.booking_id = b.id and m.account_id = :account
                        and (p.role = 'OCCUPANT' or b.submitted_at is not null and m.capabilities && array ['instruct', 'decide', 'legal', 'sign', 'visa']))
             or b.entered_by = :account and b.submitted_at is null)
            """;
    private static final String FIND = "select b.* from booking b where b.id = :id and " + VISIBLE;
    private static final String FIND_REFERENCE =
            "select b.* from booking b where b.reference = :reference and " + VISIBLE;
    private static final String CONVENTION = "select number from booking_convention where booking_id = :booking";
    private static final String BY_KEY =
            "select b.* from booking b where b.created_by = :account and b.creation_key = :key";
    private static final String NEXT_REFERENCE = "select nextval('booking_reference')";

    @Inject
    Clock clock;

    /** The booking, when the account may see it; 404 otherwise. */
    public Booking getVisible(long id, Account account) {
        return findVisible(id, account).orElseThrow(Problem::notFound);
    }

    /** The same, out of the session: what is changed on it is never written. */
    public Booking getVisibleCopy(long id, Account account) {
        Booking booking = getVisible(id, account);
        getEntityManager().detach(booking);
        return booking;
    }

    public Optional<Booking> findVisible(long id, Account account) {
        return findVisible(FIND, "id", id, account);
    }

    /** The booking of this reference, when the account may see it; 404 otherwise. */
    public Booking getVisible(String reference, Account account) {
        return findVisible(FIND_REFERENCE, "reference", reference, account).orElseThrow(Problem::notFound);
    }

    @SuppressWarnings("unchecked")
    private Optional<Booking> findVisible(String sql, String name, Object value, Account account) {
        return getEntityManager()
                .createNativeQuery(sql, Booking.class)
                .setParameter(name, value)
                .setParameter("account", account.id)
                .setParameter("today", LocalDate.now(clock.withZone(ParisClock.PARIS)))
                .getResultStream()
                .findFirst();
    }

    /** Every verb has its booking before any other row: those that come at once queue here, and none has what the other waits for. */
    void lock(Booking booking) {
        getEntityManager().lock(booking, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The number of the convention that is alive, if one was issued. */
    public Optional<String> findConvention(Booking booking) {
        return getEntityManager()
                .createNativeQuery(CONVENTION)
                .setParameter("booking", booking.id)
                .getResultStream()
                .findFirst();
    }

    /** What the same form made when it was sent the first time. */
    @SuppressWarnings("unchecked")
    public Optional<Booking> findByCreationKey(UUID key, Account account) {
        return getEntityManager()
                .createNativeQuery(BY_KEY, Booking.class)
                .setParameter("key", key)
                .setParameter("account", account.id)
                .getResultStream()
                .findFirst();
    }

    /** TER-2027-0001: yearly in its writing, gaps allowed. */
    String nextReference(int year) {
        long number =
                (Long) getEntityManager().createNativeQuery(NEXT_REFERENCE).getSingleResult();
        return "TER-%d-%04d".formatted(year, number);
    }

    /** The SQL state of what the database said no to, if it is that. */
    static Optional<String> sqlState(PersistenceException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql) return Optional.ofNullable(sql.getSQLState());
        }
        return Optional.empty();
    }
}
