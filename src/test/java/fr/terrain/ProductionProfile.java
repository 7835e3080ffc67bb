package fr.terrain;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Production on the database of the tests, left as it is, with what a test sets besides. */
public abstract class ProductionProfile implements QuarkusTestProfile {
    private final Map<String, String> overrides = new HashMap<>(Map.of(
            "quarkus.datasource.jdbc.url", "${TERRAIN_TEST_DB_URL}",
            "quarkus.flyway.migrate-at-start", "false",
            "quarkus.http.port", "0"));

    protected ProductionProfile(Map<String, String> besides) {
        overrides.putAll(besides);
    }

    @Override
    public String getConfigProfile() {
        return "prod";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return overrides;
    }
}
