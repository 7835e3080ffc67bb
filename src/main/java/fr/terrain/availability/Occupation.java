package fr.terrain.availability;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The only judge of a conflict: rows that keep a space, under an exclusion constraint. Every writer first locks its spaces in
 * the order of their identifiers, so that rivals queue instead of deadlocking; the constraint has the last word.
 */
@ApplicationScoped
public class Occupation {
    static final String LOCK = """
            select id from space where id = any(cast(:spaces as bigint[])) order by id for no key update
            """;
    static final String DROP_LAPSED = """
            delete from occupation where space_id = any(cast(:spaces as bigint[])) and kind = 'HOLD' and hold_until <= :now
            """;
    /**
     * Lane by lane, what is free of what is still wanted. Whatever finds no lane is left for lane 1, where the constraint refuses it.
     */
    static final String TAKE = """
            with recursive claim as (
              select space_id, exclusive, cast(during as tstzmultirange) as during
                from unnest(cast(:spaces as bigint[]), cast(:exclusives as boolean[]), cast(:durings as text[])) as c (space_id, exclusive, during)
            ), fill (space_id, lane, free, rest) as (
              select space_id, 0, '{}'::tstzmultirange, during from claim where not exclusive
              union all
              select f.space_id, f.lane + 1, f.rest - taken.during, f.rest * taken.during
                from fill f
                join space s on s.id = f.space_id
                cross join lateral (select coalesce(range_agg(o.during), '{}'::tstzmultirange) as during from occupation o
                                     where o.space_id = f.space_id and o.lanes @> f.lane + 1 and o.during && f.rest) taken
               where f.lane < s.capacity and not isempty(f.rest)
            ), wanted as (
              select space_id, int4range(1, null) as lanes, unnest(during) as during from claim where exclusive
              union all
              select space_id, int4range(lane, lane + 1), unnest(free) from fill where lane > 0
              union all
              select space_id, int4range(1, 2), unnest(rest)
                from (select distinct on (space_id) space_id, rest from fill order by space_id, lane desc) left_over
            )
            insert into occupation (space_id, kind, booking_id, lanes, during)
            select space_id, 'BOOKING', :booking, lanes, during from wanted
            """;

    private static final String RELEASE = "delete from occupation where booking_id = :booking";
    private static final String COLLISIONS = """
            select o.space_id, s.name, o.kind, lower(o.during), upper(o.during), c.cause
              from unnest(cast(:spaces as bigint[]), cast(:exclusives as boolean[]), cast(:durings as text[])) as w (space_id, exclusive, during)
              join space s on s.id = w.space_id
              join occupation o on o.space_id = w.space_id and o.during && cast(w.during as tstzmultirange)
              left join closure c on c.id = o.closure_id
             where (o.hold_until is null or o.hold_until > :now) and o.booking_id is distinct from :booking
               and (w.exclusive or not lane_left(w.space_id, s.capacity, cast(w.during as tstzmultirange), :now))
             order by s.position, s.id, o.during
             limit 100
            """;
    private static final String CLOSE = """
            insert into occupation (space_id, kind, closure_id, lanes, during)
            select space_id, 'CLOSURE', id, int4range(1, null), tstzrange(starts at time zone 'Europe/Paris', ends at time zone 'Europe/Paris')
              from closure where id = :closure
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /**
     * Gives a booking the time it claims, or nothing. To be called in a transaction.
     *
     * @throws jakarta.persistence.PersistenceException with SQL state 23P01 when another has some of it
     */
    public void take(long bookingId, List<Claim> claims) {
        lock(claims);
        entityManager
                .createNativeQuery(DROP_LAPSED)
                .setParameter("spaces", spaces(claims))
                .setParameter("now", clock.instant())
                .executeUpdate();
        entityManager
                .createNativeQuery(TAKE)
                .setParameter("spaces", spaces(claims))
                .setParameter("exclusives", exclusives(claims))
                .setParameter("durings", durings(claims))
                .setParameter("booking", bookingId)
                .executeUpdate();
    }

    /** Gives back all that a booking holds. */
    public void release(long bookingId) {
        entityManager
                .createNativeQuery(RELEASE)
                .setParameter("booking", bookingId)
                .executeUpdate();
    }

    /** Keeps every booking out for the time of a dated closure. SQL state 23P01 when one is there already. */
    public void close(long closureId) {
        entityManager
                .createNativeQuery(CLOSE)
                .setParameter("closure", closureId)
                .executeUpdate();
    }

    /** Who is in the way of these claims, at most 100 stretches; empty when they could be had now. */
    public List<Collision> listCollisions(Long bookingId, List<Claim> claims) {
        return entityManager
                .createNativeQuery(COLLISIONS, Tuple.class)
                .setParameter("spaces", spaces(claims))
                .setParameter("exclusives", exclusives(claims))
                .setParameter("durings", durings(claims))
                .setParameter("booking", bookingId)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(row -> collision((Tuple) row))
                .toList();
    }

    /** Rivals queue here, in the order of identifiers. */
    void lock(List<Claim> claims) {
        entityManager
                .createNativeQuery(LOCK, Long.class)
                .setParameter("spaces", spaces(claims))
                .getResultList();
    }

    private static Collision collision(Tuple row) {
        return new Collision(
                row.get(0, Long.class),
                row.get(1, String.class),
                Booked.Kind.valueOf(row.get(2, String.class)),
                new Period(row.get(3, Instant.class), row.get(4, Instant.class)),
                row.get(5, String.class));
    }

    private static String spaces(List<Claim> claims) {
        return claims.stream().map(claim -> Long.toString(claim.spaceId())).collect(Collectors.joining(",", "{", "}"));
    }

    private static String exclusives(List<Claim> claims) {
        return claims.stream()
                .map(claim -> Boolean.toString(claim.exclusive()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String durings(List<Claim> claims) {
        return claims.stream()
                .map(claim -> "\"" + multirange(claim.during()) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String multirange(List<Period> periods) {
        return periods.stream()
                .map(period -> "[" + period.from() + "," + period.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
