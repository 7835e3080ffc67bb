package fr.terrain.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole start as production with the demonstration asked for: it stops, and says why. */
@QuarkusMainTest
@TestProfile(ProductionStartTest.Production.class)
class ProductionStartTest {

    /** Production, on the database of the tests, left as it is. */
    public static class Production implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "terrain.demonstration", "true",
                    "quarkus.datasource.jdbc.url", "${TERRAIN_TEST_DB_URL}",
                    "quarkus.flyway.migrate-at-start", "false",
                    "quarkus.http.port", "0");
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
