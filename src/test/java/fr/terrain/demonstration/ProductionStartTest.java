package fr.terrain.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.ProductionProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole start as production with the demonstration asked for: it stops, and says why. */
@QuarkusMainTest
@TestProfile(ProductionStartTest.Production.class)
class ProductionStartTest {
    /** Production with the demonstration. */
    public static class Production extends ProductionProfile {
        public Production() {
            super(Map.of("terrain.demonstration", "true"));
        }
    }

    @Test
    void doesNotStartWithDemonstrationData(QuarkusMainLauncher launcher) {
        var result = launcher.launch();

        assertEquals(1, result.exitCode());
        assertTrue(
                result.getErrorOutput().contains("terrain.demonstration=true is refused with profile [prod]")
                        || result.getOutput().contains("terrain.demonstration=true is refused with profile [prod]"),
                () -> result.getOutput() + result.getErrorOutput());
    }
}
