package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge against a grid of hours that only counts: whoever finds an hour full is refused, and nobody else. */
@QuarkusTest
class LanesTest {
    private static final int HOURS = 48;
    private static final int MOVES = 80;
    private static final Instant ZERO = Instant.parse("2027-10-30T00:00:00Z");
    private static final String LANE_LEFT =
            "select lane_left(:space, :capacity, cast(:during as tstzmultirange), now())";
    private static final String CROWD = """
            select count(*) from (
              select h, lane from generate_series(cast(:zero as timestamptz), cast(:zero as timestamptz) + interval '47 hours', interval '1 hour') h
                cross join generate_series(1, :capacity) lane
                join occupation o on o.space_id = :space and o.lanes @> lane and o.during && tstzrange(h, h + interval '1 hour')) taken
            """;
    private static final String OUTSIDE = """
            select count(*) from occupation where space_id = :space and not upper_inf(lanes) and upper(lanes) > :capacity + 1
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    Occupation occupation;

    private long occupant;

    @BeforeEach
    void occupant() {
        occupant = fixtures.occupant(User.PORTEUR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void fillsLanesAsAGridCounts(int capacity) {
        Place place = fixtures.place(new SpaceOf(capacity, 0, 0));
        long space = place.spaces().getFirst();
        Random random = new Random(capacity * 7919L);
        Grid grid = new Grid(capacity);
        List<Long> holders = new ArrayList<>();
        int refused = 0;
        for (int move = 0; move < MOVES; move++) {
            if (!holders.isEmpty() && random.nextInt(4) == 0) {
                long leaving = holders.remove(random.nextInt(holders.size()));
                QuarkusTransaction.requiringNew().run(() -> occupation.release(leaving));
                grid.release(leaving);
            } else if (take(place, space, grid, holders, random, "capacity " + capacity + " move " + move)) refused++;
            assertEquals(
                    grid.total(),
                    fixtures.one(CROWD, "space", space, "zero", ZERO, "capacity", capacity),
                    "hours taken, capacity " + capacity + " move " + move);
        }
        assertEquals(0L, fixtures.one(OUTSIDE, "space", space, "capacity", capacity));
        assertTrue(refused > 5 && refused < MOVES / 2 + 15, "a sample that says something: " + refused + " refused");
    }

    private boolean take(Place place, long space, Grid grid, List<Long> holders, Random random, String name) {
        boolean exclusive = random.nextInt(10) == 0;
        List<Period> wanted = periods(random);
        Claim claim = new Claim(space, exclusive, wanted);
        boolean free = grid.hasRoom(wanted, exclusive);
        if (!exclusive)
            assertEquals(
                    free,
                    fixtures.one(LANE_LEFT, "space", space, "capacity", grid.capacity, "during", text(wanted)),
                    "lane_left, " + name);
        assertEquals(
                free,
                QuarkusTransaction.requiringNew()
                        .call(() -> occupation.listCollisions(null, List.of(claim)))
                        .isEmpty(),
                "collisions, " + name);
        long booking = fixtures.inReview(
                place,
                occupant,
                List.of(space),
                exclusive,
                LocalDateTime.parse("2027-10-30T08:00"),
                LocalDateTime.parse("2027-10-30T18:00"));
        assertEquals(free, taken(booking, claim), "take, " + name);
        if (!free) return true;
        grid.take(booking, wanted, exclusive);
        holders.add(booking);
        return false;
    }

    private boolean taken(long booking, Claim claim) {
        try {
            QuarkusTransaction.requiringNew().run(() -> occupation.take(booking, List.of(claim)));
            return true;
        } catch (PersistenceException refused) {
            Throwable cause = refused;
            while (!(cause instanceof SQLException)) cause = cause.getCause();
            assertEquals("23P01", ((SQLException) cause).getSQLState());
            assertEquals(0L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", booking));
            return false;
        }
    }

    /** One to three stretches of whole hours, as a stay of several days has. */
    private static List<Period> periods(Random random) {
        List<Period> periods = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int from = random.nextInt(HOURS - 1);
            int to = Math.min(HOURS, from + 1 + random.nextInt(10));
            periods.add(new Period(ZERO.plus(from, ChronoUnit.HOURS), ZERO.plus(to, ChronoUnit.HOURS)));
        }
        return Period.merge(periods);
    }

    private static String text(List<Period> periods) {
        return periods.stream()
                .map(period -> "[" + period.from() + "," + period.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** How many are there, hour by hour. */
    private static final class Grid {
        private final int capacity;
        private final int[] taken = new int[HOURS];
        private final Map<Long, int[]> shares = new HashMap<>();

        Grid(int capacity) {
            this.capacity = capacity;
        }

        boolean hasRoom(List<Period> wanted, boolean exclusive) {
            int most = exclusive ? 0 : capacity - 1;
            for (int hour = 0; hour < HOURS; hour++) if (covers(wanted, hour) && taken[hour] > most) return false;
            return true;
        }

        void take(long booking, List<Period> wanted, boolean exclusive) {
            int[] share = new int[HOURS];
            for (int hour = 0; hour < HOURS; hour++) {
                share[hour] = !covers(wanted, hour) ? 0 : exclusive ? capacity : 1;
                taken[hour] += share[hour];
            }
            shares.put(booking, share);
        }

        void release(long booking) {
            int[] share = shares.remove(booking);
            for (int hour = 0; hour < HOURS; hour++) taken[hour] -= share[hour];
        }

        long total() {
            long total = 0;
            for (int hour : taken) total += hour;
            return total;
        }

        private static boolean covers(List<Period> periods, int hour) {
            Instant start = ZERO.plus(hour, ChronoUnit.HOURS);
            return periods.stream().anyMatch(period -> period.contains(start));
        }
    }
}
