package fr.terrain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.ProductionProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole start as production without the key that seals the trail: it stops, and names the variable. */
@QuarkusMainTest
@TestProfile(MissingSealKeyTest.Keyless.class)
class MissingSealKeyTest {
    /** Production without the key. */
    public static class Keyless extends ProductionProfile {
        public Keyless() {
            super(Map.of("terrain.seal-key", "", "terrain.public-url", "https://terrain.example.org"));
        }
    }

    @Test
    void doesNotStart(QuarkusMainLauncher launcher) {
        var result = launcher.launch();

        String said = result.getOutput() + result.getErrorOutput();
        assertEquals(1, result.exitCode(), said);
        assertTrue(said.contains("TERRAIN_SEAL_KEY is missing"), said);
    }
}
