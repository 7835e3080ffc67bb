package fr.terrain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole start as production without the key that seals the trail: it stops, and names the variable. */
@QuarkusMainTest
@TestProfile(MissingSealKeyTest.Keyless.class)
class MissingSealKeyTest {

    /** Production without the key, on the database of the tests, left as it is. */
    public static class Keyless implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "terrain.seal-key", "",
                    "terrain.public-url", "https://terrain.example.org",
                    "quarkus.datasource.jdbc.url", "${TERRAIN_TEST_DB_URL}",
                    "quarkus.flyway.migrate-at-start", "false",
                    "quarkus.http.port", "0");
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
