package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first window that the search finds in SQL is the one that walking the pure calendar day by day finds: seeded random spaces. */
@QuarkusTest
class FirstFreeTest {
    private static final int RUNS = Boolean.getBoolean("terrain.deep") ? 20 : 1;
    private static final int GROUNDS = 100;
    private static final int QUESTIONS = 5;
    private static final int SPAN = 90;
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final String SHAPE = """
            update space set capacity = :capacity, overnight = :overnight, buffer_before_days = :before, buffer_after_days = :after,
              min_days = :least, max_days = :most, lead_time_days = :lead, horizon_days = :horizon where id = :space
            """;
    private static final String RULE = """
            insert into opening_rule (space_id, kind, weekdays, opens, closes, season_start, season_end, cause)
            values (:space, :kind, cast(:weekdays as smallint[]), cast(:opens as time), cast(:closes as time), cast(:start as text),
                    cast(:end as text), 'Règle de test')
            """;
    private static final String BOOKED = """
            insert into occupation (space_id, kind, booking_id, lanes, during, hold_until, hold_reason)
            values (:space, case when cast(:until as text) is null then 'BOOKING' else 'HOLD' end, :booking, cast(:lanes as int4range),
                    tstzrange(cast(:from as timestamptz), cast(:to as timestamptz)), cast(:until as timestamptz),
                    case when cast(:until as text) is not null then 'OPTION' end)
            on conflict do nothing
            """;
    private static final String CLOSED = """
            with given as (
              insert into closure (space_id, starts, ends, cause)
              values (:space, cast(:from as timestamptz) at time zone 'Europe/Paris', cast(:to as timestamptz) at time zone 'Europe/Paris', 'Fermeture de test')
              returning id)
            insert into occupation (space_id, kind, closure_id, lanes, during)
            select :space, 'CLOSURE', id, '[1,)', tstzrange(cast(:from as timestamptz), cast(:to as timestamptz)) from given
            on conflict do nothing
            """;
    private static final String FIRST_FREE = """
            select cast(first_free(p, cast(:first as date), cast(:last as date), :days, cast(:today as date), cast(:now as timestamptz)) as text)
              from space p where p.id = :space
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    CalendarRepository calendars;

    private record Shape(
            int capacity, boolean overnight, int before, int after, int least, int most, int lead, int horizon) {
        static Shape of(Random random) {
            int least = 1 + random.nextInt(3);
            int lead = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            return new Shape(
                    1 + random.nextInt(3),
                    random.nextInt(3) > 0,
                    Math.max(0, random.nextInt(5) - 2),
                    Math.max(0, random.nextInt(5) - 2),
                    least,
                    least + random.nextInt(30),
                    lead,
                    lead + 20 + random.nextInt(120));
        }
    }

    /** Each run is a transaction of its own: all of them together outlast the time that one is given. */
    static IntStream seeds() {
        return IntStream.range(20270301, 20270301 + RUNS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @TestTransaction
    void sqlFindsTheWindowThatTheCalendarHas(int seed) {
        Random random = new Random(seed);
        int found = 0;
        int later = 0;
        int none = 0;
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long booking = fixtures.inReview(
                place,
                fixtures.occupant(User.PORTEUR),
                place.spaces(),
                false,
                TODAY.atStartOfDay(),
                TODAY.plusDays(1).atStartOfDay());
        for (int ground = 0; ground < GROUNDS; ground++) {
            Shape shape = Shape.of(random);
            write(random, place.spaces().getFirst(), booking, shape);
            SpaceCalendar calendar = calendars
                    .listOf(Map.of(place.site(), Period.around(TODAY.minusDays(10), TODAY.plusDays(3L * SPAN))), NOW)
                    .get(place.site())
                    .getFirst();
            for (int question = 0; question < QUESTIONS; question++) {
                LocalDate first = TODAY.plusDays(random.nextInt(60) - 5L);
                LocalDate last = first.plusDays(random.nextInt(SPAN));
                int days = 1 + random.nextInt(12);
                LocalDate expected = walk(calendar, shape, first, last, days);
                Object told = fixtures.one(
                        FIRST_FREE,
                        "space",
                        place.spaces().getFirst(),
                        "first",
                        first,
                        "last",
                        last,
                        "days",
                        days,
                        "today",
                        TODAY,
                        "now",
                        NOW);
                assertEquals(
                        expected == null ? null : expected.toString(),
                        told,
                        () -> shape + " " + days + " days in " + first + "/" + last + " of " + calendar);
                if (expected == null) none++;
                else if (expected.isAfter(first)) later++;
                else found++;
            }
        }
        int asked = GROUNDS * QUESTIONS;
        assertTrue(
                found > asked / 20 && later > asked / 20 && none > asked / 20,
                "a sample that says something: " + found + " at once, " + later + " later, " + none + " never");
    }

    private static LocalDate walk(SpaceCalendar calendar, Shape shape, LocalDate first, LocalDate last, int days) {
        if (days < shape.least() || days > shape.most()) return null;
        for (LocalDate day = first; !day.plusDays(days - 1L).isAfter(last); day = day.plusDays(1)) {
            LocalDate end = day.plusDays(days - 1L);
            boolean asked =
                    !day.isBefore(TODAY.plusDays(shape.lead())) && !end.isAfter(TODAY.plusDays(shape.horizon()));
            if (asked && isFree(calendar, shape, day, end)) return day;
        }
        return null;
    }

    private static boolean isFree(SpaceCalendar calendar, Shape shape, LocalDate first, LocalDate last) {
        List<LocalSlot> slots = calendar.slots(first, last);
        return !slots.isEmpty()
                && slots.stream()
                        .map(slot -> slot.withBuffers(shape.before(), shape.after()))
                        .allMatch(period -> hasLaneThroughout(calendar, period));
    }

    /** At each instant at which something begins or ends, some lane is free. */
    private static boolean hasLaneThroughout(SpaceCalendar calendar, Period period) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(period.from()));
        calendar.booked()
                .forEach(row ->
                        edges.addAll(List.of(row.during().from(), row.during().to())));
        return edges.subSet(period.from(), period.to()).stream().allMatch(edge -> {
            Period instant = new Period(edge, edge.plusSeconds(1));
            for (int lane = 1; lane <= calendar.capacity(); lane++) {
                int one = lane;
                if (calendar.booked().stream()
                        .noneMatch(row -> row.takesLane(one) && row.during().overlaps(instant))) return true;
            }
            return false;
        });
    }

    private void write(Random random, long space, long booking, Shape shape) {
        for (String table : List.of("occupation", "closure", "opening_rule"))
            fixtures.run("delete from " + table + " where space_id = :space", "space", space);
        fixtures.run(
                SHAPE,
                "space",
                space,
                "capacity",
                shape.capacity(),
                "overnight",
                shape.overnight(),
                "before",
                shape.before(),
                "after",
                shape.after(),
                "least",
                shape.least(),
                "most",
                shape.most(),
                "lead",
                shape.lead(),
                "horizon",
                shape.horizon());
        for (int i = random.nextInt(3); i > 0; i--) rule(random, space);
        for (int i = random.nextInt(14); i > 0; i--) row(random, space, booking, shape);
    }

    private void rule(Random random, long space) {
        boolean season = random.nextInt(2) == 0;
        String kind = random.nextInt(3) > 0 ? "OPEN" : random.nextBoolean() ? "CLOSED" : "CONDITIONAL";
        fixtures.run(
                RULE,
                "space",
                space,
                "kind",
                kind,
                "weekdays",
                List.of("{1,2,3,4,5,6,7}", "{1,2,3,4,5}", "{2,4,6}").get(random.nextInt(3)),
                "opens",
                "%02d:%02d".formatted(random.nextInt(20), random.nextInt(4) * 15),
                "closes",
                "%02d:%02d".formatted(random.nextInt(24), random.nextInt(4) * 15),
                "start",
                season ? List.of("03-20", "05-01", "11-15").get(random.nextInt(3)) : null,
                "end",
                season ? List.of("04-05", "06-30", "03-10").get(random.nextInt(3)) : null);
    }

    private void row(Random random, long space, long booking, Shape shape) {
        Instant from = NOW.minusSeconds(10 * 3600).plusSeconds(900L * random.nextInt(4 * 24 * 120));
        Instant to = from.plusSeconds(900L * (1 + random.nextInt(4 * 24 * 9)));
        if (random.nextInt(4) == 0) {
            fixtures.run(CLOSED, "space", space, "from", from.toString(), "to", to.toString());
            return;
        }
        int lane = 1 + random.nextInt(shape.capacity());
        String until = random.nextInt(3) > 0
                ? null
                : NOW.plusSeconds(random.nextBoolean() ? 3600 : -3600).toString();
        fixtures.run(
                BOOKED,
                "space",
                space,
                "booking",
                booking,
                "lanes",
                random.nextInt(6) == 0 ? "[1,)" : "[" + lane + "," + lane + "]",
                "from",
                from.toString(),
                "to",
                to.toString(),
                "until",
                until);
    }
}
