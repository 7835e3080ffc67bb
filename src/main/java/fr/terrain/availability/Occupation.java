package fr.terrain.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The only judge of a conflict: rows that keep a space, under an exclusion constraint. Every writer first locks its spaces in
 * the order of their identifiers, so that rivals queue instead of deadlocking; the constraint has the last word. All verbs are
 * to be called in a transaction; a {@code PersistenceException} with SQL state 23P01 says that another has some of the time.
 * A row blocks whatever the status of its booking, until it is released; a hold until its date.
 */
@ApplicationScoped
public class Occupation {
    /**
     * Whole-site verbs of one site queue here first. No stronger lock: the row is also what foreign keys share, in transactions that may
     * hold spaces already. A space that is being added locks those beside it, so it waits for who has them, or is seen by who comes.
     */
    static final String LOCK_SITE = """
            select s.id from site s join booking_whole_site w on w.site_id = s.id where w.booking_id = :booking for no key update of s
            """;

    static final String LOCK = """
            select id from space where id in (
                select unnest(cast(:spaces as bigint[]))
                union select space_id from occupation where booking_id = :booking
                union select s.id from booking_whole_site w join space s on s.site_id = w.site_id where w.booking_id = :booking)
             order by id for no key update
            """;
    static final String DROP_LAPSED = """
            delete from occupation where space_id = any(cast(:spaces as bigint[])) and kind = 'HOLD' and hold_until <= :now
            """;
    static final String DROP_OWN = "delete from occupation where booking_id = :booking";
    static final String DROP_HOLDS = "delete from occupation where booking_id = :booking and kind = 'HOLD'";

    /** What is claimed; a request for a whole site claims what was added to the site since it was written, for as long as any of it. */
    private static final String CLAIM = """
            with recursive asked as (
              select space_id, exclusive, cast(during as tstzmultirange) as during
                from unnest(cast(:spaces as bigint[]), cast(:exclusives as boolean[]), cast(:durings as text[])) as c (space_id, exclusive, during)
            ), claim as (
              select space_id, exclusive, during from asked
              union all
              select s.id, true, whole.during
                from booking_whole_site w
                join space s on s.site_id = w.site_id
                cross join (select range_agg(period) as during from asked cross join lateral unnest(asked.during) period) whole
               where w.booking_id = :booking and whole.during is not null and s.id not in (select space_id from asked)
            )
            """;
    /**
     * Lane by lane, what is free of what is still wanted and is not one's own. Whatever finds no lane is left for lane 1, where the
     * constraint refuses it. Who has a lane and wants them all gets those above and below.
     */
    private static final String WANTED = CLAIM + """
            , new_claim as (
              select c.space_id, c.exclusive, c.during - coalesce((select range_agg(o.during) from occupation o
                        where o.space_id = c.space_id and o.booking_id = :booking and o.during && c.during), '{}'::tstzmultirange) as during
                from claim c
            ), fill (space_id, lane, free, rest) as (
              select space_id, 0, '{}'::tstzmultirange, during from new_claim where not exclusive
              union all
              select f.space_id, f.lane + 1, f.rest - taken.during, f.rest * taken.during
                from fill f
                join space s on s.id = f.space_id
                cross join lateral (select coalesce(range_agg(o.during), '{}'::tstzmultirange) as during from occupation o
                                     where o.space_id = f.space_id and o.lanes @> f.lane + 1 and o.during && f.rest) taken
               where f.lane < s.capacity and not isempty(f.rest)
            ), wanted as (
              select space_id, int4range(1, null) as lanes, unnest(during) as during from new_claim where exclusive
              union all
              select o.space_id, around.lanes, unnest(c.during * tstzmultirange(o.during))
                from claim c
                join occupation o on o.space_id = c.space_id and o.booking_id = :booking and o.during && c.during and not upper_inf(o.lanes)
                cross join lateral (values (int4range(1, lower(o.lanes))), (int4range(upper(o.lanes), null))) around (lanes)
               where c.exclusive and not isempty(around.lanes)
              union all
              select space_id, int4range(lane, lane + 1), unnest(free) from fill where lane > 0
              union all
              select space_id, int4range(1, 2), unnest(rest)
                from (select distinct on (space_id) space_id, rest from fill order by space_id, lane desc) left_over
            )
            """;

    static final String TAKE = WANTED + """
            insert into occupation (space_id, kind, booking_id, lanes, during)
            select space_id, 'BOOKING', :booking, lanes, during from wanted
            """;
    static final String HOLD = WANTED + """
            insert into occupation (space_id, kind, booking_id, hold_until, hold_reason, lanes, during)
            select space_id, 'HOLD', :booking, :until, :reason, lanes, during from wanted
            """;
    static final String PROLONG = """
            update occupation set hold_until = :until
             where booking_id = :booking and kind = 'HOLD' and hold_reason = :reason and hold_until > :now and hold_until < :until
            """;
    static final String RELEASE_HOLDS = """
            delete from occupation where booking_id = :booking and kind = 'HOLD' and hold_reason = :reason
            """;
    /** Tear-down in calendar days of Europe/Paris; without any, the instant itself, for the local hour that comes twice has two. */
    private static final String LAST = """
            (select case when s.buffer_after_days = 0 then cast(:end as timestamptz)
                         else (cast(:end as timestamptz) at time zone 'Europe/Paris' + make_interval(days => s.buffer_after_days)) at time zone 'Europe/Paris' end
               from space s where s.id = o.space_id)
            """;

    static final String DROP_AFTER =
            "delete from occupation o where o.booking_id = :booking and (o.kind = 'HOLD' or lower(o.during) >= " + LAST
                    + ")";
    static final String SHORTEN = "update occupation o set during = tstzrange(lower(o.during), " + LAST
            + ") where o.booking_id = :booking and upper(o.during) > " + LAST;
    static final String SWEEP = """
            delete from occupation where id in (
              select id from occupation where kind = 'HOLD' and hold_until <= :now order by id limit 10000 for update skip locked)
            """;
    static final String COLLISIONS = CLAIM + """
            select o.space_id, s.name, o.kind, lower(o.during), upper(o.during), c.cause
              from claim w
              join space s on s.id = w.space_id
              join occupation o on o.space_id = w.space_id and o.during && w.during
              left join closure c on c.id = o.closure_id
             where (o.hold_until is null or o.hold_until > :now) and (o.booking_id = :booking) is not true
               and (w.exclusive or not lane_left(w.space_id, s.capacity, w.during, :now, :booking))
             order by s.position, s.id, o.during
             limit 100
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /**
     * Gives a booking exactly the time it claims, or nothing: its holds, and the rows it had before an amendment, make way in the
     * same transaction. A booking of a whole site also gets the spaces that it does not name.
     */
    public void take(long bookingId, List<Claim> claims) {
        dropLapsed(lock(bookingId, claims));
        of(DROP_OWN, bookingId).executeUpdate();
        claimed(TAKE, bookingId, claims).executeUpdate();
    }

    /**
     * Keeps for a booking what it claims and does not have, until an instant after which it no longer blocks. A booking has one
     * hold: a new one takes the place of the former, whatever its reason.
     *
     * @throws AvailabilityRefusal when that instant has passed
     */
    public void hold(long bookingId, List<Claim> claims, Instant until, HoldReason reason) {
        if (!until.isAfter(clock.instant())) throw AvailabilityRefusal.holdOver();
        dropLapsed(lock(bookingId, claims));
        of(DROP_HOLDS, bookingId).executeUpdate();
        claimed(HOLD, bookingId, claims)
                .setParameter("until", until)
                .setParameter("reason", reason.name())
                .executeUpdate();
    }

    /**
     * Lets a hold that has not lapsed last until a later instant.
     *
     * @throws AvailabilityRefusal when there is none, or it lasts as long already
     */
    public void prolong(long bookingId, HoldReason reason, Instant until) {
        lock(bookingId, List.of());
        int prolonged = of(PROLONG, bookingId)
                .setParameter("reason", reason.name())
                .setParameter("until", until)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (prolonged == 0) throw AvailabilityRefusal.holdOver();
    }

    /** Gives back all that a booking has and holds. */
    public void release(long bookingId) {
        lock(bookingId, List.of());
        of(DROP_OWN, bookingId).executeUpdate();
    }

    /** Gives back what a booking holds for this reason; what it has stays. */
    public void releaseHolds(long bookingId, HoldReason reason) {
        lock(bookingId, List.of());
        of(RELEASE_HOLDS, bookingId).setParameter("reason", reason.name()).executeUpdate();
    }

    /**
     * Gives back what a booking has after its effective end and the tear-down of each space, and all that it holds. Nothing gets
     * longer.
     */
    public void shorten(long bookingId, Instant effectiveEnd) {
        lock(bookingId, List.of());
        of(DROP_AFTER, bookingId).setParameter("end", effectiveEnd).executeUpdate();
        of(SHORTEN, bookingId).setParameter("end", effectiveEnd).executeUpdate();
    }

    /** Takes away holds that lapsed, at most 10 000, without waiting for anybody: they block no more anyway. Tells how many. */
    public int sweepLapsed() {
        return entityManager
                .createNativeQuery(SWEEP)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Who is in the way of these claims, at most 100 stretches; empty when they could be had now.
     *
     * @param bookingId whose own rows are not in the way; null for somebody without a booking
     */
    public List<Collision> listCollisions(Long bookingId, List<Claim> claims) {
        return collisions(bind(entityManager.createNativeQuery(COLLISIONS, Tuple.class), claims)
                .setParameter("booking", bookingId == null ? 0 : bookingId)
                .setParameter("now", clock.instant()));
    }

    /** Rivals queue here, in the order of identifiers: the spaces claimed, and those where the booking has or will have rows. */
    List<Long> lock(long bookingId, List<Claim> claims) {
        entityManager
                .createNativeQuery(LOCK_SITE)
                .setParameter("booking", bookingId)
                .getResultList();
        return entityManager
                .createNativeQuery(LOCK)
                .setParameter("booking", bookingId)
                .setParameter("spaces", spaces(claims))
                .getResultList();
    }

    /** A hold that lapsed is no hold: it makes way for whoever comes. */
    void dropLapsed(List<Long> spaces) {
        entityManager
                .createNativeQuery(DROP_LAPSED)
                .setParameter("spaces", array(spaces, id -> Long.toString(id)))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    static List<Collision> collisions(Query rows) {
        return ((List<?>) rows.getResultList())
                .stream().map(row -> collision((Tuple) row)).toList();
    }

    private static Collision collision(Tuple row) {
        return new Collision(
                row.get(0, Long.class),
                row.get(1, String.class),
                Booked.Kind.valueOf(row.get(2, String.class)),
                new Period(row.get(3, Instant.class), row.get(4, Instant.class)),
                row.get(5, String.class));
    }

    private Query of(String sql, long bookingId) {
        return entityManager.createNativeQuery(sql).setParameter("booking", bookingId);
    }

    private Query claimed(String sql, long bookingId, List<Claim> claims) {
        return bind(of(sql, bookingId), claims);
    }

    private static Query bind(Query query, List<Claim> claims) {
        return query.setParameter("spaces", spaces(claims))
                .setParameter("exclusives", array(claims, claim -> Boolean.toString(claim.exclusive())))
                .setParameter("durings", array(claims, claim -> "\"" + multirange(claim.during()) + "\""));
    }

    private static String spaces(List<Claim> claims) {
        return array(claims, claim -> Long.toString(claim.spaceId()));
    }

    private static <T> String array(List<T> values, Function<T, String> written) {
        return values.stream().map(written).collect(Collectors.joining(",", "{", "}"));
    }

    private static String multirange(List<Period> periods) {
        return periods.stream()
                .map(period -> "[" + period.from() + "," + period.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
