package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.availability.LocalSlot;
import fr.terrain.http.French;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All SQL on bookings. What an account may not see is not found: access is part of the query. */
@ApplicationScoped
public class BookingRepository implements PanacheRepository<Booking> {
    private static final String VISIBLE = """
            exists (select from party p join member m on m.organisation_id = p.organisation_id
                     where p.booking_id = b.id and m.account_id = :account
                       and (p.role = 'OCCUPANT' or b.submitted_at is not null and m.capabilities && array ['instruct', 'decide', 'legal', 'sign']))
            """;
    private static final String FIND = "select b.* from booking b where b.id = :id and " + VISIBLE;
    private static final String FIND_REFERENCE =
            "select b.* from booking b where b.reference = :reference and " + VISIBLE;
    private static final String CONVENTION = "select number from booking_convention where booking_id = :booking";
    private static final String BY_KEY =
            "select b.* from booking b where b.created_by = :account and b.creation_key = :key";
    private static final String SUMMARY = """
            select b.id, b.reference, b.status, pr.title, s.name, s.slug, o.name as occupant, b.submitted_at, b.created_at,
                   (select min(starts) from slot where booking_id = b.id), (select max(ends) from slot where booking_id = b.id),
                   b.fee_amount, a.name as officer,
                   (select due_at from deadline d where d.subject = 'BOOKING' and d.subject_id = b.id and d.kind = 'SILENCE' and d.done_at is null),
                   b.site_id, b.officer_id, g.name, c.family, c.label, coalesce((select max(occurred_at) from booking_event e where e.booking_id = b.id), b.created_at)
              from booking b
              join project pr on pr.id = b.project_id
              join site s on s.id = b.site_id
              join party occupant on occupant.booking_id = b.id and occupant.role = 'OCCUPANT'
              join organisation o on o.id = occupant.organisation_id
              join party granting on granting.booking_id = b.id and granting.role = 'GRANTOR'
              join organisation g on g.id = granting.organisation_id
              join category c on c.code = s.category
              left join account a on a.id = b.officer_id
            """;
    private static final String MINE = SUMMARY + """
             where exists (select from member m where m.organisation_id = occupant.organisation_id and m.account_id = :account)
             order by b.id desc limit :limit
            """;
    private static final String QUEUE = SUMMARY + """
             where b.submitted_at is not null and b.status = any(cast(:statuses as text[]))
               and exists (select from member m where m.organisation_id = granting.organisation_id and m.account_id = :account
                            and m.capabilities && cast(:capabilities as text[]))
             order by b.submitted_at, b.id limit :limit
            """;
    private static final String RIVALS = SUMMARY + """
             where b.id <> :booking and b.status in ('SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'SIGNING', 'SIGNED', 'RUNNING', 'SUSPENDED')
               and exists (select from booking_space mine join booking_space theirs on theirs.space_id = mine.space_id
                            where mine.booking_id = :booking and theirs.booking_id = b.id)
               and exists (select from slot mine join slot theirs on theirs.starts < mine.ends and mine.starts < theirs.ends
                            where mine.booking_id = :booking and theirs.booking_id = b.id)
             order by b.submitted_at, b.id limit 50
            """;
    private static final String SPACES =
            "select booking_id, space_id from booking_space where booking_id = any(cast(:bookings as bigint[]))";
    private static final String NEXT_REFERENCE = "select nextval('booking_reference')";

    /** A booking in a list. */
    public record Summary(
            long id,
            String reference,
            BookingStatus status,
            String project,
            String site,
            String slug,
            String occupant,
            Instant submittedAt,
            Instant createdAt,
            LocalDateTime starts,
            LocalDateTime ends,
            BigDecimal fee,
            String officer,
            Instant silence,
            long siteId,
            Long officerId,
            String grantor,
            String family,
            String category,
            Instant since) {

        LocalDate first() {
            return starts.toLocalDate();
        }

        /** The last day of use, included. */
        LocalDate last() {
            return new LocalSlot(starts, ends).lastDay();
        }

        /** "du 3 au 24 mai 2027", or null until dates are chosen. */
        String period() {
            return starts == null ? null : French.period(first(), last());
        }
    }

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

    @SuppressWarnings("unchecked")
    public Optional<Booking> findVisible(long id, Account account) {
        return getEntityManager()
                .createNativeQuery(FIND, Booking.class)
                .setParameter("id", id)
                .setParameter("account", account.id)
                .getResultStream()
                .findFirst();
    }

    /** The booking of this reference, when the account may see it; 404 otherwise. */
    @SuppressWarnings("unchecked")
    public Booking getVisible(String reference, Account account) {
        Optional<Booking> found = getEntityManager()
                .createNativeQuery(FIND_REFERENCE, Booking.class)
                .setParameter("reference", reference)
                .setParameter("account", account.id)
                .getResultStream()
                .findFirst();
        return found.orElseThrow(Problem::notFound);
    }

    /** The number of the convention that is alive, if one was issued. */
    public Optional<String> findConvention(Booking booking) {
        return getEntityManager()
                .createNativeQuery(CONVENTION, String.class)
                .setParameter("booking", booking.id)
                .getResultStream()
                .findFirst();
    }

    /** The spaces that each of these bookings asks for. */
    @SuppressWarnings("unchecked")
    Map<Long, List<Long>> listSpaces(List<Long> bookings) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery(SPACES, Tuple.class)
                .setParameter(
                        "bookings",
                        array(bookings.stream().map(id -> Long.toString(id)).toList()))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, Long.class),
                        Collectors.mapping(row -> row.get(1, Long.class), Collectors.toList())));
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

    /** The requests of the organisations of the account, newest first. */
    public List<Summary> listMine(Account account, int limit) {
        return summaries(getEntityManager()
                .createNativeQuery(MINE, Tuple.class)
                .setParameter("account", account.id)
                .setParameter("limit", limit));
    }

    /** The requests that the account works on with one of these capabilities, oldest first. */
    public List<Summary> listQueue(Account account, List<BookingStatus> statuses, List<Capability> any, int limit) {
        return summaries(getEntityManager()
                .createNativeQuery(QUEUE, Tuple.class)
                .setParameter("account", account.id)
                .setParameter(
                        "statuses", array(statuses.stream().map(Enum::name).toList()))
                .setParameter(
                        "capabilities", array(any.stream().map(Capability::code).toList()))
                .setParameter("limit", limit));
    }

    /** The other live requests that want some of the same spaces at some of the same time, oldest first. */
    public List<Summary> listRivals(Booking booking) {
        return summaries(
                getEntityManager().createNativeQuery(RIVALS, Tuple.class).setParameter("booking", booking.id));
    }

    /** TER-2027-0001: yearly in its writing, gaps allowed. */
    String nextReference(int year) {
        long number = (Long)
                getEntityManager().createNativeQuery(NEXT_REFERENCE, Long.class).getSingleResult();
        return "TER-%d-%04d".formatted(year, number);
    }

    /** The SQL state of what the database said no to, if it is that. */
    static Optional<String> sqlState(PersistenceException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql) return Optional.ofNullable(sql.getSQLState());
        }
        return Optional.empty();
    }

    private static String array(List<String> words) {
        return "{" + String.join(",", words) + "}";
    }

    @SuppressWarnings("unchecked")
    private static List<Summary> summaries(jakarta.persistence.Query query) {
        return query.getResultStream().map(row -> summary((Tuple) row)).toList();
    }

    private static Summary summary(Tuple row) {
        return new Summary(
                row.get(0, Long.class),
                row.get(1, String.class),
                BookingStatus.valueOf(row.get(2, String.class)),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, Instant.class),
                row.get(8, Instant.class),
                row.get(9, LocalDateTime.class),
                row.get(10, LocalDateTime.class),
                row.get(11, BigDecimal.class),
                row.get(12, String.class),
                row.get(13, Instant.class),
                row.get(14, Long.class),
                row.get(15, Long.class),
                row.get(16, String.class),
                row.get(17, String.class),
                row.get(18, String.class),
                row.get(19, Instant.class));
    }
}
