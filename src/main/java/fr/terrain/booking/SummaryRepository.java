package fr.terrain.booking;

import fr.terrain.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Bookings in lists, page by page: those of the reader's organisations, and the rivals of one. Access is part of each query. */
@ApplicationScoped
public class SummaryRepository {
    /**
     * What a list says of each booking of the table {@code page}, which comes first: with so many joins the planner keeps to the order written,
     * and the few rows of a page are what it has to start from.
     */
    static final String SUMMARY = """
            select b.id, b.reference, b.status, pr.title, s.name, s.slug, o.name as occupant, b.submitted_at, b.created_at,
                   (select min(starts) from slot where booking_id = b.id), (select max(ends) from slot where booking_id = b.id),
                   b.fee_amount, a.name as officer, d.due_at, b.site_id, b.officer_id, g.name, c.family, c.label,
                   coalesce((select max(occurred_at) from booking_event e where e.booking_id = b.id), b.created_at)
              from page
              join booking b on b.id = page.booking_id
              join project pr on pr.id = b.project_id
              join site s on s.id = b.site_id
              join party occupant on occupant.booking_id = b.id and occupant.role = 'OCCUPANT'
              join organisation o on o.id = occupant.organisation_id
              join party granting on granting.booking_id = b.id and granting.role = 'GRANTOR'
              join organisation g on g.id = granting.organisation_id
              join category c on c.code = s.category
              left join account a on a.id = b.officer_id
              left join deadline d on d.subject = 'BOOKING' and d.subject_id = b.id and d.kind = 'SILENCE' and d.done_at is null
            """;

    private static final String MINE = """
            with mine as (
              select p.booking_id from member m join party p on p.organisation_id = m.organisation_id and p.role = 'OCCUPANT'
               where m.account_id = :account
              union
              select id from booking where entered_by = :account and submitted_at is null)
            """;
    private static final String PAGE = MINE + """
            , page as (select booking_id from mine where booking_id < :after order by booking_id desc limit :limit offset :offset)
            """ + SUMMARY + " order by b.id desc";
    private static final String COUNT_MINE =
            MINE + "select b.status, count(*) from mine join booking b on b.id = mine.booking_id group by b.status";
    private static final String RIVALS = """
            with page as (
              select distinct theirs.booking_id
                from slot mine join slot theirs
                  on theirs.space_id = mine.space_id and theirs.booking_id <> mine.booking_id and theirs.starts < mine.ends and mine.starts < theirs.ends
               where mine.booking_id = :booking)
            """ + SUMMARY + """
             where b.status in ('SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'SIGNING', 'SIGNED', 'RUNNING', 'SUSPENDED')
             order by b.submitted_at, b.id limit 50
            """;

    private static final String SPACES =
            "select booking_id, space_id from booking_space where booking_id = any (cast(:bookings as bigint[]))";

    @Inject
    EntityManager entityManager;

    /** The requests of the organisations of the account, newest first. */
    public List<Summary> listMine(Account account, int limit, int offset) {
        return listMine(account, Long.MAX_VALUE, limit, offset);
    }

    /** The same behind the one of this number, or from the newest on. */
    public List<Summary> listMineAfter(Account account, Long after, int limit) {
        return listMine(account, after == null ? Long.MAX_VALUE : after, limit, 0);
    }

    private List<Summary> listMine(Account account, long after, int limit, int offset) {
        return summaries(query(PAGE, account)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .setParameter("offset", offset));
    }

    public Map<BookingStatus, Integer> countMine(Account account) {
        Map<BookingStatus, Integer> counts = new EnumMap<>(BookingStatus.class);
        for (Object row : query(COUNT_MINE, account).getResultList()) counts.put(status(row, 0), count(row, 1));
        return counts;
    }

    /** The other live requests that want some of the same spaces at some of the same time, oldest first. */
    public List<Summary> listRivals(Booking booking) {
        return summaries(entityManager.createNativeQuery(RIVALS, Tuple.class).setParameter("booking", booking.id));
    }

    /** The spaces that each of these asks for. */
    @SuppressWarnings("unchecked")
    Map<Long, List<Long>> listSpaces(List<Summary> requests) {
        List<Tuple> rows = entityManager
                .createNativeQuery(SPACES, Tuple.class)
                .setParameter(
                        "bookings",
                        array(requests.stream()
                                .map(one -> Long.toString(one.id()))
                                .toList()))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, Long.class),
                        Collectors.mapping(row -> row.get(1, Long.class), Collectors.toList())));
    }

    private Query query(String sql, Account account) {
        return entityManager.createNativeQuery(sql, Tuple.class).setParameter("account", account.id);
    }

    static String array(List<String> words) {
        return "{" + String.join(",", words) + "}";
    }

    static BookingStatus status(Object row, int column) {
        return BookingStatus.valueOf(((Tuple) row).get(column, String.class));
    }

    static int count(Object row, int column) {
        return Math.toIntExact(((Tuple) row).get(column, Long.class));
    }

    @SuppressWarnings("unchecked")
    static List<Summary> summaries(Query query) {
        return query.getResultStream().map(row -> summary((Tuple) row)).toList();
    }

    private static Summary summary(Tuple row) {
        return new Summary(
                row.get(0, Long.class),
                row.get(1, String.class),
                status(row, 2),
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
