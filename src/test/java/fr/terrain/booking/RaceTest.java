package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Migrator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 32 rivals for the same days: one winner at any point in time, every loser told why, soon, and without a deadlock. */
@QuarkusTest
class RaceTest {
    private static final int ROUNDS = 30;
    private static final long SLOWEST_MILLIS = 2000;
    private static final String DROP = "alter table occupation drop constraint occupation_no_double";
    private static final String RESTORE =
            "alter table occupation add constraint occupation_no_double exclude using gist (space_id with =, lanes with &&, during with &&)";

    @Inject
    Race race;

    @Inject
    Migrator migrator;

    @Test
    void oneWinnerAtAnyPointInTime() throws Exception {
        long deadlocks = race.deadlocks();
        Random random = new Random(20270503);
        for (int i = 0; i < ROUNDS; i++) {
            Race.Round round = race.run(random);
            assertEquals(List.of(), round.surprises());
            assertFalse(round.winners().isEmpty());
            assertFalse(round.isDoubled(1, 1, 2), "two winners at once in round " + i);
            assertTrue(
                    round.slowestLoserMillis() < SLOWEST_MILLIS,
                    "a loser waited " + round.slowestLoserMillis() + " ms");
        }
        assertEquals(deadlocks, race.deadlocks());
    }

    @Test
    void theRaceNoticesAMissingConstraint() throws Exception {
        migrator.run(DROP);
        try {
            assertTrue(race.run(new Random(1)).isDoubled(1, 1, 2));
        } finally {
            migrator.run("delete from occupation where kind = 'BOOKING'", RESTORE);
        }
    }
}
