package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.deadline.Deadlines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the calendar of a person: the stretches of every request they may see, and what they must do by when. Access is part of each query. */
@ApplicationScoped
public class AgendaRepository {
    private static final int MOST = 5_000;
    private static final String HEADING = """
            b.id, b.reference, b.status, b.version, b.updated_at, pr.title, s.name, m.name, cast(st_y(s.access_point) as numeric(9, 6)),
            cast(st_x(s.access_point) as numeric(9, 6)),
            exists (select from party p join capabilities_at(cast(:today as date)) o on o.organisation_id = p.organisation_id
                     where p.booking_id = b.id and p.role = 'OCCUPANT' and o.account_id = :account),
            (select t.last_day from termination t where t.booking_id = b.id)
            """;
    private static final String JOINS = """
              from booking b join project pr on pr.id = b.project_id join site s on s.id = b.site_id join commune m on m.insee = s.insee
            """;
    private static final String OF_ORGANISATION = """
            (cast(:organisation as bigint) is null
              or exists (select from party p join capabilities_at(cast(:today as date)) o on o.organisation_id = p.organisation_id
                          where p.booking_id = b.id and p.organisation_id = :organisation and o.account_id = :account
                            and (p.role = 'OCCUPANT' or o.capabilities && array ['instruct', 'decide', 'legal', 'sign', 'visa'])))
            """;
    private static final String IS_SEEN =
            " b.submitted_at is not null and " + BookingRepository.VISIBLE + " and " + OF_ORGANISATION;
    private static final String STRETCHES =
            """
            select * from (
              select t.*, row_number() over (partition by t.id order by t.starts, t.ends) as ordinal from (
                select distinct on (b.id, sl.starts, sl.ends)
            """ + HEADING + """
                , sl.starts, sl.ends,
                  (select string_agg(sp.name, ', ' order by sp.position, sp.id) from slot x join space sp on sp.id = x.space_id
                    where x.booking_id = b.id and x.starts = sl.starts and x.ends = sl.ends) as spaces
            """ + JOINS + " join slot sl on sl.booking_id = b.id where" + IS_SEEN + """
                   and exists (select from slot w where w.booking_id = b.id and w.ends >= :from and w.starts < :to)
                 order by b.id, sl.starts, sl.ends) t (id, reference, status, version, updated_at, title, site, commune, latitude, longitude, ours, last_day, starts, ends, spaces)) u
             where u.ends >= :from and u.starts < :to order by u.starts desc, u.id limit :most
            """;
    private static final String DUE = "select " + HEADING + ", d.kind, d.due_at" + JOINS + """
              join deadline d on d.subject = 'BOOKING' and d.subject_id = b.id and d.done_at is null
             where d.due_at >= :fromInstant and d.due_at < :toInstant and
            """ + IS_SEEN + """
               and exists (select from party p join capabilities_at(cast(:today as date)) o on o.organisation_id = p.organisation_id
                            where p.booking_id = b.id and o.account_id = :account and (
                              p.role = 'OCCUPANT' and d.kind in ('ANSWER', 'OFFER', 'REPORT')
                              or p.role = 'GRANTOR' and d.kind in ('SILENCE', 'RECEIPT', 'REASONS', 'OPINION') and 'instruct' = any (o.capabilities)
                                and coalesce(b.officer_id, o.account_id) = o.account_id
                              or p.must_sign and d.kind = 'SIGNATURE' and 'sign' = any (o.capabilities)))
             order by d.due_at, d.id limit :most
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /**
     * The request that an entry is about.
     *
     * @param ours whether the reader is of the occupant
     * @param lastDay the last day of use of a convention that was ended, or null
     */
    public record Heading(
            long id,
            String reference,
            BookingStatus status,
            int version,
            Instant updatedAt,
            String title,
            String site,
            String commune,
            BigDecimal latitude,
            BigDecimal longitude,
            boolean ours,
            LocalDate lastDay) {}

    /** A stretch of a request, in local time of Europe/Paris, the {@code ordinal}th of its request, with the names of its spaces. */
    public record Stretch(Heading heading, LocalDateTime starts, LocalDateTime ends, String spaces, int ordinal) {}

    /** Something that the reader must do. */
    public record Due(Heading heading, Deadlines.Kind kind, Instant at) {}

    /**
     * The stretches between two days, the last first.
     *
     * @param organisation only requests in which the account acts for this one, or null
     */
    public List<Stretch> listStretches(Account account, Long organisation, LocalDate from, LocalDate to) {
        Stream<?> rows = query(STRETCHES, account, organisation)
                .setParameter("from", from.atStartOfDay())
                .setParameter("to", to.atStartOfDay())
                .getResultStream();
        return rows.map(row -> stretch((Tuple) row)).toList();
    }

    /** What falls to the account between two instants. */
    public List<Due> listDue(Account account, Long organisation, Instant from, Instant to) {
        Stream<?> rows = query(DUE, account, organisation)
                .setParameter("fromInstant", from)
                .setParameter("toInstant", to)
                .getResultStream();
        return rows.map(row -> due((Tuple) row)).toList();
    }

    private Query query(String sql, Account account, Long organisation) {
        return entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("account", account.id)
                .setParameter("organisation", organisation)
                .setParameter("today", LocalDate.now(clock))
                .setParameter("most", MOST);
    }

    private static Stretch stretch(Tuple row) {
        return new Stretch(
                heading(row),
                row.get(12, LocalDateTime.class),
                row.get(13, LocalDateTime.class),
                row.get(14, String.class),
                Math.toIntExact(row.get(15, Long.class)));
    }

    private static Due due(Tuple row) {
        return new Due(heading(row), Deadlines.Kind.valueOf(row.get(12, String.class)), row.get(13, Instant.class));
    }

    private static Heading heading(Tuple row) {
        return new Heading(
                row.get(0, Long.class),
                row.get(1, String.class),
                BookingStatus.valueOf(row.get(2, String.class)),
                row.get(3, Integer.class),
                row.get(4, Instant.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, BigDecimal.class),
                row.get(9, BigDecimal.class),
                row.get(10, Boolean.class),
                day(row.get(11)));
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
