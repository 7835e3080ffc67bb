package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.availability.UnlockedOccupation;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Without the lock on its spaces the race must go wrong, or its proof would be worth nothing. */
@QuarkusTest
@TestProfile(UnlockedRaceTest.Unlocked.class)
class UnlockedRaceTest {
    private static final int ROUNDS = 30;

    @Inject
    Race race;

    /** The judge without its lock. */
    public static class Unlocked implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(UnlockedOccupation.class);
        }
    }

    @Test
    void theRaceNoticesAMissingLock() throws Exception {
        long before = race.deadlocks();
        Random random = new Random(2);
        boolean surprised = false;
        long slowest = 0;
        for (int i = 0; i < ROUNDS && !surprised; i++) {
            Race.Round round = race.run(random);
            slowest = Math.max(slowest, round.slowestLoserMillis());
            surprised = !round.surprises().isEmpty() || slowest >= 2000 || race.deadlocks() > before;
        }
        assertTrue(surprised, "no deadlock and no stall in " + ROUNDS + " rounds without the lock");
    }
}
