package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.availability.MinuteGrid.Ground;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The site on which sequences run, emptied before each, and what its rows come to in minutes. */
@Dependent
class GridSite {
    private static final int SINGLE = 6;
    private static final int WHOLE = 3;
    private static final String ROWS = """
            select o.space_id, o.kind, coalesce(o.booking_id, o.closure_id), lower(o.lanes), case when upper_inf(o.lanes) then null else upper(o.lanes) end,
                   lower(o.during), upper(o.during)
              from occupation o join space s on s.id = o.space_id
             where s.site_id = :site and (o.hold_until is null or o.hold_until > :now)
             order by o.kind
            """;
    private static final String ADD = """
            insert into space (site_id, name, domain, capacity, overnight, area_m2, buffer_before_days, buffer_after_days, position)
            select :site, 'Espace ' || count(*) + 1, 'PUBLIC', :capacity, true, 100, :before, :after, count(*) from space where site_id = :site
            returning id
            """;
    private static final List<String> EMPTY = List.of(
            "delete from occupation where space_id in (select id from space where site_id = :site)",
            "delete from closure where space_id in (select id from space where site_id = :site)",
            "delete from space where site_id = :site and position > 1");

    @Inject
    Fixtures fixtures;

    @Inject
    EntityManager entityManager;

    private Place place;
    private final List<Long> bookings = new ArrayList<>();
    private final List<Long> wholes = new ArrayList<>();

    /** A site with two spaces, and requests for it. */
    void open() {
        place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(1, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        LocalDateTime starts = LocalDateTime.parse("2027-05-03T08:00");
        for (int i = 0; i < SINGLE + WHOLE; i++) {
            boolean whole = i >= SINGLE;
            long booking = fixtures.inReview(place, occupant, place.spaces(), whole, starts, starts.plusHours(10));
            bookings.add(booking);
            if (whole) wholes.add(booking);
        }
    }

    List<Long> bookings() {
        return bookings;
    }

    List<Long> wholes() {
        return wholes;
    }

    boolean isWhole(long booking) {
        return wholes.contains(booking);
    }

    /** The two spaces of the beginning, with nobody there. */
    @Transactional
    List<Long> empty() {
        for (String sql : EMPTY) fixtures.run(sql, "site", place.site());
        return place.spaces();
    }

    void shape(long space, Ground ground) {
        fixtures.run(
                "update space set capacity = :capacity, buffer_before_days = :before, buffer_after_days = :after where id = :space",
                "capacity",
                ground.capacity,
                "before",
                ground.before,
                "after",
                ground.after,
                "space",
                space);
    }

    long add(Ground ground) {
        return ((Number) fixtures.one(
                        ADD,
                        "site",
                        place.site(),
                        "capacity",
                        ground.capacity,
                        "before",
                        ground.before,
                        "after",
                        ground.after))
                .longValue();
    }

    /** Who is where in which minute, by the rows and by the grid; nobody twice, no more than the capacity, nobody beside who is alone. */
    void compare(MinuteGrid grid, String told) {
        Map<String, BitSet> expected = new TreeMap<>();
        grid.grounds.forEach((space, ground) -> ground.keeps.forEach((name, keep) -> {
            if (keep.until <= grid.now) return;
            put(expected, space + " " + name + " one", keep.one);
            put(expected, space + " " + name + " all", keep.all);
            put(expected, space + " " + name + " rest", keep.rest);
        }));
        Map<String, BitSet> actual = read(grid, told);
        actual.values().removeIf(BitSet::isEmpty);
        assertEquals(expected.keySet(), actual.keySet(), told);
        expected.forEach((name, minutes) -> assertEquals(minutes, actual.get(name), () -> name + "\n" + told));
    }

    private static void put(Map<String, BitSet> to, String name, BitSet minutes) {
        if (!minutes.isEmpty()) to.put(name, minutes);
    }

    private Map<String, BitSet> read(MinuteGrid grid, String told) {
        Map<String, BitSet> minutes = new TreeMap<>();
        Map<Long, int[]> crowd = new TreeMap<>();
        for (Tuple row : rows(grid.instant(grid.now))) {
            String name = row.get(0) + " " + row.get(1) + " " + row.get(2);
            int from = minute(grid, row.get(5, Instant.class), told);
            int to = minute(grid, row.get(6, Instant.class), told);
            BitSet own = minutes.getOrDefault(row.get(0) + " BOOKING " + row.get(2) + " one", new BitSet())
                    .get(from, to);
            boolean all = row.get(4) == null;
            if (row.get(1).equals("HOLD") && !own.isEmpty()) {
                assertEquals(to - from, own.cardinality(), told);
                if (all)
                    minutes.computeIfAbsent(name + " rest", k -> new BitSet()).set(from, to);
                continue;
            }
            BitSet those = minutes.computeIfAbsent(name + (all ? " all" : " one"), k -> new BitSet());
            assertTrue(those.get(from, to).isEmpty(), () -> name + " twice\n" + told);
            those.set(from, to);
            int[] there = crowd.computeIfAbsent(row.get(0, Long.class), k -> new int[grid.length]);
            for (int minute = from; minute < to; minute++) there[minute] += all ? 1000 : 1;
        }
        crowd.forEach((space, there) -> {
            for (int minute = grid.now; minute < grid.length; minute++) {
                int count = there[minute];
                assertFalse(count > grid.grounds.get(space).capacity && count != 1000, () -> "crowded\n" + told);
            }
        });
        return minutes;
    }

    @SuppressWarnings("unchecked")
    @Transactional
    List<Tuple> rows(Instant now) {
        return entityManager
                .createNativeQuery(ROWS, Tuple.class)
                .setParameter("site", place.site())
                .setParameter("now", now)
                .getResultList();
    }

    private static int minute(MinuteGrid grid, Instant instant, String told) {
        long seconds = instant.getEpochSecond() - grid.zero.getEpochSecond();
        assertEquals(0, seconds % 60, told);
        return Math.toIntExact(seconds / 60);
    }
}
