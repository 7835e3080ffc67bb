package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Rival actors do verbs at random, at once, on requests that cannot all be had. Whatever came through, the rows that keep the
 * spaces are those that a model reads out of the trail, and no space has more than it has room for.
 */
@QuarkusTest
class VerbsAtRandomTest {
    private static final int SEQUENCES = Boolean.getBoolean("terrain.deep") ? 10_000 : 500;
    private static final long SEED = 20270503;

    @Inject
    Melee melee;

    @Test
    void rowsEndAsTheModelSays() throws Exception {
        int done = 0;
        for (int i = 0; i < SEQUENCES; i++) {
            Melee.Ended ended = melee.run(i, new Random(SEED + i));
            assertEquals("", ended.surprises(), "seed " + (SEED + i));
            assertEquals(ended.expected(), ended.rows(), "seed " + (SEED + i));
            assertEquals("", ended.crowded(), "seed " + (SEED + i));
            done += ended.done();
        }
        assertTrue(done > 2 * SEQUENCES, "only " + done + " verbs came through");
    }
}
