package fr.terrain.demonstration;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a demonstration may start, and where it may not. */
class DemonstrationStartTest {

    @Test
    void refusesEveryProfileButThoseOfADemonstration() {
        for (List<String> profiles : List.of(
                List.of("prod"), List.of("demo", "prod"), List.of("production"), List.of("staging"), List.<String>of()))
            assertTrue(
                    refusal(true, profiles, "DEMONSTRATION")
                            .startsWith("terrain.demonstration=true is refused with profile"),
                    profiles::toString);
    }

    @Test
    void refusesAProductionDatabase() {
        assertTrue(refusal(true, List.of("demo"), "PRODUCTION").contains("which is marked PRODUCTION"));
    }

    @Test
    void refusesProductionOnADemonstrationDatabase() {
        assertTrue(refusal(false, List.of("prod"), "DEMONSTRATION").contains("which is marked DEMONSTRATION"));
    }

    @Test
    void allowsADemonstrationInItsProfilesAndProductionInItsDatabase() {
        for (String profile : List.of("demo", "dev", "test"))
            assertDoesNotThrow(() -> DemonstrationStart.refuseMixing(true, List.of(profile), "DEMONSTRATION"));
        assertDoesNotThrow(() -> DemonstrationStart.refuseMixing(false, List.of("test"), "DEMONSTRATION"));
        assertDoesNotThrow(() -> DemonstrationStart.refuseMixing(false, List.of("prod"), "PRODUCTION"));
    }

    private static String refusal(boolean wanted, List<String> profiles, String installation) {
        return assertThrows(
                        IllegalStateException.class,
                        () -> DemonstrationStart.refuseMixing(wanted, profiles, installation),
                        profiles::toString)
                .getMessage();
    }
}
