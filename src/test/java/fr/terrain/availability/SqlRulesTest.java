package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules are written twice, in SQL for the search and in Java for the calendar: seeded random rules must mean the same to both. */
@QuarkusTest
class SqlRulesTest {
    private static final int ROUNDS = 300;
    private static final List<LocalDate> TURNS = List.of(
            LocalDate.of(2027, 3, 28), // to summer time
            LocalDate.of(2027, 10, 31), // to winter time
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2027, 12, 31),
            LocalDate.of(2027, 6, 16));
    private static final String RULE = """
            insert into opening_rule (space_id, kind, weekdays, opens, closes, season_start, season_end, cause)
            values (:space, :kind, cast(:weekdays as smallint[]), cast(:opens as time), cast(:closes as time),
                    cast(:start as text), cast(:end as text), 'Règle de test')
            """;
    private static final String SHAPE = """
            update space set overnight = :overnight, buffer_before_days = :before, buffer_after_days = :after where id = :space
            """;
    private static final String STAY = """
            select cast(stay.during = cast(:expected as tstzmultirange) as text) || ' ' || cast(stay.during as text)
              from space p cross join lateral stay_periods(p, cast(:first as date), cast(:last as date)) stay (during) where p.id = :space
            """;
    private static final String HAS_STAY = """
            select coalesce(not isempty(stay.during), false)
              from space p cross join lateral stay_periods(p, cast(:first as date), cast(:last as date)) stay (during) where p.id = :space
            """;
    private static final String WINDOWS = """
            select coalesce(cast(range_agg(tsrange(opens, closes)) = cast(:expected as tsmultirange) as text) || ' ' || cast(range_agg(tsrange(opens, closes)) as text), 'none')
              from opening_windows(:space, cast(:first as date), cast(:last as date))
            """;

    @Inject
    Fixtures fixtures;

    private Place place;

    @BeforeEach
    void place() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
    }

    @Test
    @Transactional
    void sqlAndJavaReadTheSameRules() {
        Random random = new Random(20270328);
        int stays = 0;
        int closed = 0;
        int touched = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Trial trial = trial(random);
            if (touchesAChange(trial)) touched++;
            boolean can = compare(round, trial);
            if (can) stays++;
            else closed++;
        }
        assertTrue(
                stays > 60 && closed > 20, "a sample that says something: " + stays + " stays, " + closed + " closed");
    }

    @Test
    @Transactional
    void theRepeatedHourIsItsSecondOne() {
        OpeningRule night = open("02:30", "06:00");
        LocalDate day = LocalDate.of(2027, 10, 31);
        Trial trial = new Trial(List.of(night), false, 0, 0, day, day);
        assertTrue(compare(0, trial));
        assertEquals(
                new Period(Instant.parse("2027-10-31T01:30:00Z"), Instant.parse("2027-10-31T05:00:00Z")),
                new LocalSlot(night.opensOn(day), night.closesOn(day)).withBuffers(0, 0));
    }

    @Test
    @Transactional
    void anOpeningInsideTheSkippedHourDoesNotExist() {
        LocalDate day = LocalDate.of(2027, 3, 28);
        for (OpeningRule swallowed : List.of(open("02:00", "03:00"), open("02:30", "03:00"), open("02:45", "03:30")))
            assertFalse(compare(0, new Trial(List.of(swallowed), false, 0, 0, day, day)), swallowed.toString());
        assertTrue(compare(0, new Trial(List.of(open("02:30", "04:00")), false, 1, 1, day, day)));
    }

    private static OpeningRule open(String opens, String closes) {
        return new OpeningRule(
                OpeningRule.Kind.OPEN,
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.parse(opens),
                LocalTime.parse(closes),
                null,
                null,
                null);
    }

    /** Whether the time that a trial takes begins or ends between two and three in a night that changes the hour. */
    private static boolean touchesAChange(Trial trial) {
        SpaceCalendar calendar = new SpaceCalendar(1, "Espace", 1, false, trial.rules(), List.of());
        return !trial.overnight()
                && calendar.slots(trial.first(), trial.last()).stream()
                        .anyMatch(slot -> trial.before() == 0 && isChanged(slot.starts())
                                || trial.after() == 0 && isChanged(slot.ends()));
    }

    private static boolean isChanged(LocalDateTime local) {
        return TURNS.subList(0, 2).contains(local.toLocalDate()) && local.getHour() == 2;
    }

    private record Trial(
            List<OpeningRule> rules, boolean overnight, int before, int after, LocalDate first, LocalDate last) {}

    private boolean compare(int round, Trial trial) {
        long space = place.spaces().getFirst();
        write(space, trial);
        SpaceCalendar calendar = new SpaceCalendar(space, "Espace", 1, trial.overnight(), trial.rules(), List.of());
        List<LocalSlot> slots = calendar.slots(trial.first(), trial.last());
        String name = "round " + round + " " + trial;
        Object[] stay = {"space", space, "first", trial.first(), "last", trial.last()};
        assertEquals(!slots.isEmpty(), fixtures.one(HAS_STAY, stay), name);
        if (!slots.isEmpty()) {
            String expected = slots.stream()
                    .map(slot -> slot.withBuffers(trial.before(), trial.after()))
                    .map(period -> "[" + period.from() + "," + period.to() + ")")
                    .collect(Collectors.joining(",", "{", "}"));
            same(name, expected, fixtures.one(STAY, with(stay, "expected", expected)));
        }
        List<LocalSlot> openings = trial.first()
                .datesUntil(trial.last().plusDays(1))
                .flatMap(day -> calendar.openings(day).stream())
                .toList();
        String windows = openings.stream()
                .map(slot -> "[" + slot.starts() + "," + slot.ends() + ")")
                .collect(Collectors.joining(",", "{", "}"));
        Object told = fixtures.one(WINDOWS, with(stay, "expected", windows));
        if (openings.isEmpty()) assertEquals("none", told, name);
        else same(name, windows, told);
        return !slots.isEmpty();
    }

    private static void same(String name, String expected, Object told) {
        assertTrue(((String) told).startsWith("true "), name + "\nJava " + expected + "\nSQL  " + told);
    }

    private void write(long space, Trial trial) {
        fixtures.run("delete from opening_rule where space_id = :space", "space", space);
        fixtures.run(
                SHAPE,
                "space",
                space,
                "overnight",
                trial.overnight(),
                "before",
                trial.before(),
                "after",
                trial.after());
        for (OpeningRule rule : trial.rules())
            fixtures.run(
                    RULE,
                    "space",
                    space,
                    "kind",
                    rule.kind().name(),
                    "weekdays",
                    rule.weekdays().stream()
                            .map(day -> Integer.toString(day.getValue()))
                            .collect(Collectors.joining(",", "{", "}")),
                    "opens",
                    rule.opens().toString(),
                    "closes",
                    rule.closes().toString(),
                    "start",
                    monthDay(rule.seasonStart()),
                    "end",
                    monthDay(rule.seasonEnd()));
    }

    private static String monthDay(MonthDay day) {
        return day == null ? null : day.toString().substring(2);
    }

    private static Object[] with(Object[] named, String name, Object value) {
        Object[] more = java.util.Arrays.copyOf(named, named.length + 2);
        more[named.length] = name;
        more[named.length + 1] = value;
        return more;
    }

    private static Trial trial(Random random) {
        List<OpeningRule> rules = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) rules.add(rule(random));
        LocalDate first = TURNS.get(random.nextInt(TURNS.size())).plusDays(random.nextInt(7) - 5L);
        return new Trial(
                rules,
                random.nextInt(3) == 0,
                Math.max(0, random.nextInt(5) - 2),
                Math.max(0, random.nextInt(5) - 2),
                first,
                first.plusDays(random.nextInt(12)));
    }

    private static OpeningRule rule(Random random) {
        OpeningRule.Kind kind =
                random.nextInt(3) > 0 ? OpeningRule.Kind.OPEN : OpeningRule.Kind.values()[random.nextInt(3)];
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        while (weekdays.isEmpty())
            for (DayOfWeek day : DayOfWeek.values()) if (random.nextInt(3) > 0) weekdays.add(day);
        boolean seasonal = random.nextInt(3) == 0;
        return new OpeningRule(
                kind,
                weekdays,
                time(random),
                time(random),
                seasonal ? season(random) : null,
                seasonal ? season(random) : null,
                "Règle de test");
    }

    /** Every quarter of an hour; every third one in the night, where a change of hour skips or repeats it. */
    private static LocalTime time(Random random) {
        int hour = random.nextInt(3) == 0 ? 2 : random.nextInt(24);
        return LocalTime.of(hour, random.nextInt(4) * 15);
    }

    private static MonthDay season(Random random) {
        return random.nextInt(6) == 0
                ? MonthDay.of(2, 29)
                : MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
