package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.site.SpaceRepository;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded sequences of verbs, where hours change, in a leap February and at the year's end: the rows come to what a grid of minutes says. */
@QuarkusTest
class OccupationModelTest {
    private static final int SEQUENCES = Boolean.getBoolean("terrain.deep") ? 5000 : 200;
    private static final int MOST_TO_FIND_A_BUG = 150;
    private static final long SEED = Long.getLong("terrain.seed", 20270328);

    @Inject
    EntityManager entityManager;

    @Inject
    SpaceRepository spaces;

    @Inject
    GridSite site;

    @BeforeEach
    void site() {
        site.open();
    }

    @Test
    void rowsComeToWhatTheGridSays() {
        Judge judge = new Judge(entityManager, spaces, null);
        Map<String, Integer> tally = new TreeMap<>();
        for (int i = 0; i < SEQUENCES; i++) new GridRun(judge, site, SEED + i, tally).run();
        for (String verb : List.of("take", "hold", "prolong", "close", "resize", "add"))
            for (String answer : List.of(" yes", " no"))
                assertTrue(tally.getOrDefault(verb + answer, 0) >= 1, () -> "a sample that says something: " + tally);
    }

    @Test
    void aBufferInHoursIsNoticed() {
        assertNoticed(new Judge(entityManager, spaces, null) {
            @Override
            Period during(LocalSlot slot, int before, int after) {
                Period use = slot.withBuffers(0, 0);
                return new Period(
                        use.from().minusSeconds(86_400L * before), use.to().plusSeconds(86_400L * after));
            }
        });
    }

    @Test
    void anEndThatIsIncludedIsNoticed() {
        assertNoticed(new Judge(entityManager, spaces, null) {
            @Override
            Period during(LocalSlot slot, int before, int after) {
                Period right = slot.withBuffers(before, after);
                return new Period(right.from(), right.to().plusSeconds(60));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void everyBugIsNoticed(Judge.Bug bug) {
        Judge judge = new Judge(entityManager, spaces, bug);
        assertNoticed(judge);
        assertTrue(judge.planted > 0, "the bug is nowhere: " + bug);
    }

    static List<Judge.Bug> bugs() {
        return List.of(
                new Judge.Bug(
                        "holds of one's own stay", Occupation.DROP_OWN, Occupation.DROP_OWN + " and kind = 'BOOKING'"),
                new Judge.Bug(
                        "an amendment counts twice what one has",
                        "o.booking_id = :booking and o.during && c.during), ",
                        "false), "),
                new Judge.Bug(
                        "a lapsed hold blocks",
                        "kind = 'HOLD' and hold_until <= :now",
                        "kind = 'HOLD' and hold_until < cast(:now as timestamptz) - interval '12 hours'"),
                new Judge.Bug(
                        "a hold lapses by the clock of the database",
                        "hold_until <= :now",
                        "hold_until <= least(now(), :now)"),
                new Judge.Bug(
                        "a hold lapses a day early",
                        "hold_until <= :now",
                        "hold_until <= cast(:now as timestamptz) + interval '1 day'"),
                new Judge.Bug(
                        "an early end forgets the tear-down",
                        "make_interval(days => s.buffer_after_days)",
                        "interval '0'"),
                new Judge.Bug(
                        "an early end counts the tear-down in hours",
                        "(cast(:end as timestamptz) at time zone 'Europe/Paris' + make_interval(days => s.buffer_after_days)) at time zone 'Europe/Paris'",
                        "cast(:end as timestamptz) + make_interval(hours => 24 * s.buffer_after_days)"),
                new Judge.Bug(
                        "an early end makes longer",
                        " where o.booking_id = :booking and upper(o.during) > ",
                        " where o.booking_id = :booking and upper(o.during) <> "),
                new Judge.Bug("one lane too many", "f.lane < s.capacity", "f.lane <= s.capacity"),
                new Judge.Bug("one lane too few", "f.lane < s.capacity", "f.lane < greatest(s.capacity - 1, 1)"),
                new Judge.Bug(
                        "one booking has all the lanes and does not say so",
                        "select space_id, int4range(1, null) as lanes",
                        "select space_id, int4range(1, 2) as lanes"),
                new Judge.Bug(
                        "a whole site is what it was when it was asked",
                        "where w.booking_id = :booking and whole.during is not null",
                        "where false and whole.during is not null and w.booking_id = :booking"),
                new Judge.Bug(
                        "a new space does not join what is held",
                        "(o.hold_until is null or o.hold_until > :now)\n   group by",
                        "o.hold_until is null\n   group by"),
                new Judge.Bug(
                        "a smaller space counts one more", "where taken > :capacity", "where taken > :capacity + 1"),
                new Judge.Bug(
                        "who changes lane loses what is to come",
                        "(int4range(lane, lane + 1), during * tstzrange(:now, null))",
                        "(int4range(lane, lane + 1), during * tstzrange(null, :now))"),
                new Judge.Bug(
                        "a lifted closure stays",
                        "delete from occupation where closure_id = :closure",
                        "delete from occupation where closure_id = -:closure"));
    }

    private void assertNoticed(Judge judge) {
        for (int i = 0; i < MOST_TO_FIND_A_BUG; i++) {
            try {
                new GridRun(judge, site, SEED + i, new TreeMap<>()).run();
            } catch (AssertionError noticed) {
                return;
            }
        }
        throw new AssertionError("not noticed in " + MOST_TO_FIND_A_BUG + " sequences");
    }
}
