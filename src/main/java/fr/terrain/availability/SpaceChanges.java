package fr.terrain.availability;

import fr.terrain.http.Problem;
import fr.terrain.site.SpaceRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * What happens to a space under the rows that keep it: it closes and opens again, holds fewer or more projects, joins a site or
 * leaves it. Each verb is to be called in a transaction; it queues behind those who take the space, and nobody who was promised
 * time loses it.
 */
@ApplicationScoped
public class SpaceChanges {
    private static final int LARGEST = 100;
    private static final String LOCK = "select capacity from space where id = :space for no key update";
    private static final String LOCK_BESIDE = """
            select id from space where site_id = (select site_id from space where id = :space) order by id for no key update
            """;
    private static final String ROWS = """
            select o.space_id, s.name, o.kind, lower(o.during), upper(o.during), c.cause
              from occupation o
              join space s on s.id = o.space_id
              left join closure c on c.id = o.closure_id
             where o.space_id = :space and o.during && cast(:during as tstzrange)
             order by o.during
             limit 100
            """;
    private static final String WRITE_CLOSURE = """
            insert into closure (space_id, starts, ends, cause, created_by, created_at) values (:space, :starts, :ends, :cause, :by, :now) returning id
            """;
    private static final String CLOSE = """
            insert into occupation (space_id, kind, closure_id, lanes, during)
            select space_id, 'CLOSURE', id, int4range(1, null), tstzrange(starts at time zone 'Europe/Paris', ends at time zone 'Europe/Paris')
              from closure where id = :closure
            """;
    private static final String CLOSED_SPACE =
            "select space_id from closure where id = :closure and reopened_at is null";
    private static final String REOPEN = "delete from occupation where closure_id = :closure";
    private static final String LIFT = "update closure set reopened_at = :now, reopened_by = :by where id = :closure";

    /** From now on, where more than :capacity lanes are taken at once; who has all the lanes has what lanes there are. */
    static final String CROWDED = """
            with edge as (
              select greatest(lower(during), :now) as at, upper(lanes) - lower(lanes) as width
                from occupation where space_id = :space and upper(during) > :now and not upper_inf(lanes)
              union all
              select upper(during), lower(lanes) - upper(lanes)
                from occupation where space_id = :space and upper(during) > :now and not upper_inf(lanes)
            ), depth as (
              select at, sum(sum(width)) over (order by at) as taken, lead(at) over (order by at) as until from edge group by at
            ), crowd as (
              select unnest(range_agg(tstzrange(at, until))) as during from depth where taken > :capacity
            )
            select s.id, s.name, 'BOOKING', lower(crowd.during), upper(crowd.during), cast(null as text)
              from crowd cross join space s where s.id = :space order by crowd.during limit 100
            """;

    private static final String PARTIAL = """
            select o.space_id, s.name, o.kind, lower(o.during), upper(o.during), cast(null as text)
              from occupation o
              join space s on s.id = o.space_id
             where o.space_id = :space and upper(o.during) > :now
               and (upper(o.lanes) > lower(o.lanes) + 1 or upper_inf(o.lanes) and lower(o.lanes) > 1)
             order by o.during
             limit 100
            """;
    private static final String PLACED = """
            select id, lower(lanes) as lane, greatest(lower(during), :now), upper(during)
              from occupation where space_id = :space and upper(during) > :now and not upper_inf(lanes)
             order by greatest(lower(during), :now), lower(lanes)
            """;
    /** What has passed stays in its lane. The order makes all of the old rows go before the first new one comes. */
    private static final String MOVE = """
            with placed (id, lane) as (
              select * from unnest(cast(:ids as bigint[]), cast(:lanes as int[]))
            ), gone as (
              delete from occupation o using placed p where o.id = p.id
              returning o.*, p.lane
            )
            insert into occupation (space_id, kind, booking_id, hold_until, hold_reason, lanes, during)
            select space_id, kind, booking_id, hold_until, hold_reason, part.lanes, part.during
              from gone
              cross join lateral (values (lanes, during * tstzrange(null, :now)), (int4range(lane, lane + 1), during * tstzrange(:now, null))) part (lanes, during)
             where not isempty(part.during)
             order by id
            """;

    /** What the requests for a whole site have and hold on the spaces beside one, from now on. */
    private static final String KEPT = """
            with kept as (
              select o.booking_id, o.kind, o.hold_until, o.hold_reason, range_agg(o.during) as during
                from space s
                join space beside on beside.site_id = s.site_id and beside.id <> s.id
                join occupation o on o.space_id = beside.id
                join booking_whole_site w on w.booking_id = o.booking_id
               where s.id = :space and upper(o.during) > :now and (o.hold_until is null or o.hold_until > :now)
               group by o.booking_id, o.kind, o.hold_until, o.hold_reason
            )
            """;

    private static final String MEETINGS = KEPT + """
            select s.id, s.name, a.kind, lower(meeting), upper(meeting), cast(null as text)
              from kept a
              join kept b on a.booking_id < b.booking_id and a.during && b.during
              cross join lateral unnest(a.during * b.during) meeting
              join space s on s.id = :space
             order by meeting
             limit 100
            """;
    private static final String JOIN = KEPT + """
            insert into occupation (space_id, kind, booking_id, hold_until, hold_reason, lanes, during)
            select :space, k.kind, k.booking_id, k.hold_until, k.hold_reason, int4range(1, null),
                   unnest(k.during - coalesce((select had.during from kept had
                     where had.booking_id = k.booking_id and had.kind = 'BOOKING' and k.kind = 'HOLD'), '{}'::tstzmultirange))
              from kept k
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Occupation occupation;

    @Inject
    SpaceRepository spaces;

    @Inject
    Clock clock;

    /**
     * Closes a space to everybody for a time.
     *
     * @return the number of the closure, to reopen with
     * @throws AvailabilityRefusal with the stretches in the way when somebody was promised some of that time
     */
    public long close(Closure closure, Long by) {
        closure.check();
        Instant now = clock.instant();
        lock(closure.spaceId());
        Period during = Period.local(closure.starts(), closure.ends());
        List<Collision> inTheWay = rows(closure.spaceId(), "[" + during.from() + "," + during.to() + ")");
        if (!inTheWay.isEmpty()) throw AvailabilityRefusal.closureBarred(inTheWay);
        long id = ((Number) entityManager
                        .createNativeQuery(WRITE_CLOSURE)
                        .setParameter("space", closure.spaceId())
                        .setParameter("starts", closure.starts())
                        .setParameter("ends", closure.ends())
                        .setParameter("cause", closure.cause())
                        .setParameter("by", by)
                        .setParameter("now", now)
                        .getSingleResult())
                .longValue();
        entityManager.createNativeQuery(CLOSE).setParameter("closure", id).executeUpdate();
        return id;
    }

    /** Lifts a closure: the space is free again, and the closure stays written. */
    public void reopen(long closureId, Long by) {
        lock(closedSpace(closureId));
        entityManager
                .createNativeQuery(REOPEN)
                .setParameter("closure", closureId)
                .executeUpdate();
        entityManager
                .createNativeQuery(LIFT)
                .setParameter("closure", closureId)
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Changes how many projects a space holds at once. Raising is free; for lowering, bookings change lane where they have to.
     *
     * @throws AvailabilityRefusal when more than that are expected at once
     */
    public void resize(long spaceId, int capacity) {
        if (capacity < 1 || capacity > LARGEST)
            throw Problem.badInput("capacity", "Un espace accueille de 1 à 100 essais en même temps.");
        if (capacity < lock(spaceId)) makeRoom(spaceId, capacity);
        spaces.resize(spaceId, capacity);
    }

    /**
     * Gives the rows of a space that was just added to its site, in the same transaction, to those who have or hold the whole site.
     *
     * @throws AvailabilityRefusal when two of them would meet there
     */
    public void join(long spaceId) {
        entityManager
                .createNativeQuery(LOCK_BESIDE)
                .setParameter("space", spaceId)
                .getResultList();
        List<Collision> meetings = Occupation.collisions(from(MEETINGS, spaceId));
        if (!meetings.isEmpty()) throw AvailabilityRefusal.wholeSiteTaken(meetings);
        entityManager
                .createNativeQuery(JOIN)
                .setParameter("space", spaceId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /**
     * Makes sure that nobody has, had or holds a space that is to go away, and that nobody takes it meanwhile.
     *
     * @throws AvailabilityRefusal when somebody does
     */
    public void leave(long spaceId) {
        lock(spaceId);
        List<Collision> rows = rows(spaceId, "(,)");
        if (!rows.isEmpty()) throw AvailabilityRefusal.spaceInUse(rows);
    }

    private void makeRoom(long spaceId, int capacity) {
        List<Collision> crowded = Occupation.collisions(from(CROWDED, spaceId).setParameter("capacity", capacity));
        if (!crowded.isEmpty()) throw AvailabilityRefusal.tooFull(capacity, crowded);
        LaneMoves moves = LaneMoves.into(capacity, placed(spaceId));
        if (moves.isEmpty()) return;
        List<Collision> partial = Occupation.collisions(from(PARTIAL, spaceId));
        if (!partial.isEmpty()) throw AvailabilityRefusal.amendmentPending(partial);
        entityManager
                .createNativeQuery(MOVE)
                .setParameter("ids", moves.ids())
                .setParameter("lanes", moves.toLanes())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private List<LaneMoves.Placed> placed(long spaceId) {
        return ((List<?>) from(PLACED, spaceId).getResultList())
                .stream()
                        .map(row -> (Tuple) row)
                        .map(row -> new LaneMoves.Placed(
                                row.get(0, Long.class),
                                row.get(1, Integer.class),
                                new Period(row.get(2, Instant.class), row.get(3, Instant.class))))
                        .toList();
    }

    /** Queues for a space, tidies it, and tells how many it holds. */
    private int lock(long spaceId) {
        try {
            int capacity = (Integer) entityManager
                    .createNativeQuery(LOCK)
                    .setParameter("space", spaceId)
                    .getSingleResult();
            occupation.dropLapsed(List.of(spaceId));
            return capacity;
        } catch (NoResultException e) {
            throw Problem.notFound();
        }
    }

    private List<Collision> rows(long spaceId, String during) {
        return Occupation.collisions(entityManager
                .createNativeQuery(ROWS, Tuple.class)
                .setParameter("space", spaceId)
                .setParameter("during", during));
    }

    private Query from(String sql, long spaceId) {
        return entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter("space", spaceId)
                .setParameter("now", clock.instant());
    }

    private long closedSpace(long closureId) {
        try {
            return (Long) entityManager
                    .createNativeQuery(CLOSED_SPACE)
                    .setParameter("closure", closureId)
                    .getSingleResult();
        } catch (NoResultException e) {
            throw Problem.notFound();
        }
    }
}
