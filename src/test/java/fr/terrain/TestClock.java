package fr.terrain;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The clock of the tests: it was 10 in the morning of 1 December 2026 in Paris when they began, whenever that is. */
@Mock
@ApplicationScoped
public class TestClock {
    private static final Instant BEGAN =
            LocalDateTime.parse("2026-12-01T10:00").atZone(ParisClock.PARIS).toInstant();
    private static final Clock CLOCK =
            Clock.offset(Clock.system(ParisClock.PARIS), Duration.between(Instant.now(), BEGAN));

    @Mock
    @Produces
    @ApplicationScoped
    Clock clock() {
        return CLOCK;
    }

    /** Today in Europe/Paris, for the application under test. */
    public static LocalDate today() {
        return LocalDate.now(CLOCK);
    }
}
