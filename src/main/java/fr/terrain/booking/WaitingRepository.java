package fr.terrain.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** All SQL on the waiting list and on the slots that are offered. */
@ApplicationScoped
public class WaitingRepository {
    private static final String ENLIST = "insert into waiting_entry (booking_id, since) values (:booking, :now)";
    private static final String DELIST = "delete from waiting_entry where booking_id = :booking";
    private static final String WAITS = "select exists (select from waiting_entry where booking_id = :booking)";

    /** Two requests want the same when some slot of one meets one of the other on the same space. */
    private static final String MEETS = """
            exists (select from slot mine join slot theirs on theirs.space_id = mine.space_id and theirs.starts < mine.ends and mine.starts < theirs.ends
                     where mine.booking_id = b.id and theirs.booking_id = o.id)
            """;

    private static final String POSITION = """
            select count(*) filter (where o.id = b.id or (o.submitted_at, o.id) < (b.submitted_at, b.id)), count(*)
              from booking b join waiting_entry w on true join booking o on o.id = w.booking_id
             where b.id = :booking and (o.id = b.id or
            """ + MEETS + ")";
    private static final String WAITING_FOR = """
            select o.id from booking b
              join waiting_entry w on w.booking_id <> b.id
              join booking o on o.id = w.booking_id
             where b.id = :booking and
            """ + MEETS + """
               and not exists (select from slot_offer f where f.booking_id = o.id and f.state = 'OPEN')
             order by o.submitted_at, o.id limit 100
            """;
    private static final String OFFER = """
            insert into slot_offer (booking_id, made_at, expires_at) values (:booking, :now, :expires) returning id
            """;
    private static final String OFFERED_SLOT = """
            insert into offered_slot (offer_id, booking_id, space_id, starts, ends) values (:offer, :booking, :space, :starts, :ends)
            """;
    private static final String FIND_OPEN = """
            select f.id, f.booking_id, f.made_at, f.expires_at, s.space_id, s.starts, s.ends
              from slot_offer f join offered_slot s on s.offer_id = f.id where f.booking_id = :booking and f.state = 'OPEN'
             order by s.starts, s.ends, s.space_id
            """;
    private static final String ANSWER = """
            update slot_offer set state = :state, answered_at = :now where booking_id = :booking and state = 'OPEN'
            """;
    /** The first stretches of so many days in which each space can be had; a space wanted for itself alone must be empty. */
    private static final String FREE = """
            select cast(d as date) from generate_series(cast(:from as date), cast(:until as date), interval '1 day') d
             where not exists (
               select from space p
                where p.id = any (cast(:spaces as bigint[])) and not exists (
                  select from free_stay(p, cast(d as date), cast(d as date) + :more, :now) stay (during)
                   where not :exclusive or not exists (select from occupation o where o.space_id = p.id and o.during && stay.during
                                                        and (o.hold_until is null or o.hold_until > :now))))
             order by d limit :limit
            """;

    @Inject
    EntityManager entityManager;

    /** Where a request stands among those that wait for the same. */
    public record Position(int rank, int of) {
        /** "1re sur 3". */
        public String words() {
            return (rank == 1 ? "1re" : rank + "e") + " sur " + of;
        }
    }

    void enlist(long booking, Instant now) {
        query(ENLIST, booking).setParameter("now", now).executeUpdate();
    }

    void delist(long booking) {
        query(DELIST, booking).executeUpdate();
    }

    boolean waits(long booking) {
        return (boolean) entityManager
                .createNativeQuery(WAITS)
                .setParameter("booking", booking)
                .getSingleResult();
    }

    /** Empty for a request that does not wait. */
    public Optional<Position> findPosition(long booking) {
        if (!waits(booking)) return Optional.empty();
        Tuple row = (Tuple) entityManager
                .createNativeQuery(POSITION, Tuple.class)
                .setParameter("booking", booking)
                .getSingleResult();
        return Optional.of(
                new Position(Math.toIntExact(row.get(0, Long.class)), Math.toIntExact(row.get(1, Long.class))));
    }

    /** The requests that wait for some of what this one has or asked for and have no offer yet, in the order of receipt. */
    @SuppressWarnings("unchecked")
    List<Long> listWaitingFor(long booking) {
        return entityManager
                .createNativeQuery(WAITING_FOR)
                .setParameter("booking", booking)
                .getResultList();
    }

    void offer(long booking, List<Slot> slots, Instant now, Instant expires) {
        long offer = (Long) entityManager
                .createNativeQuery(OFFER)
                .setParameter("booking", booking)
                .setParameter("now", now)
                .setParameter("expires", expires)
                .getSingleResult();
        for (Slot slot : slots)
            query(OFFERED_SLOT, booking)
                    .setParameter("offer", offer)
                    .setParameter("space", slot.spaceId())
                    .setParameter("starts", slot.starts())
                    .setParameter("ends", slot.ends())
                    .executeUpdate();
    }

    /** The offer that waits for an answer, lapsed or not. */
    @SuppressWarnings("unchecked")
    public Optional<SlotOffer> findOpen(long booking) {
        List<Tuple> rows = entityManager
                .createNativeQuery(FIND_OPEN, Tuple.class)
                .setParameter("booking", booking)
                .getResultList();
        if (rows.isEmpty()) return Optional.empty();
        Tuple first = rows.getFirst();
        return Optional.of(new SlotOffer(
                first.get(0, Long.class),
                first.get(1, Long.class),
                first.get(2, Instant.class),
                first.get(3, Instant.class),
                rows.stream()
                        .map(row -> new Slot(
                                row.get(4, Long.class),
                                row.get(5, LocalDateTime.class),
                                row.get(6, LocalDateTime.class)))
                        .toList()));
    }

    /** Ends the open offer in this state. */
    boolean answer(long booking, String state, Instant now) {
        return query(ANSWER, booking)
                        .setParameter("state", state)
                        .setParameter("now", now)
                        .executeUpdate()
                > 0;
    }

    /**
     * The first days, from one to another (local dates of Europe/Paris), from which all these spaces can be had for so many days.
     *
     * @param exclusive whether they must be empty
     */
    @SuppressWarnings("unchecked")
    List<LocalDate> listFree(
            List<Long> spaces, boolean exclusive, int days, LocalDate from, LocalDate until, Instant now, int limit) {
        return entityManager
                .createNativeQuery(FREE)
                .setParameter("spaces", spaces.toArray(Long[]::new))
                .setParameter("exclusive", exclusive)
                .setParameter("more", days - 1)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    private Query query(String sql, long booking) {
        return entityManager.createNativeQuery(sql).setParameter("booking", booking);
    }
}
