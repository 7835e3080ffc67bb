package fr.terrain;

import io.quarkus.test.Mock;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock of the tests: it was 10 in the morning of 1 December 2026 in Paris when they began, whenever that is; a test may move it. */
@Mock
@ApplicationScoped
public class TestClock {
    private static final Instant BEGAN =
            LocalDateTime.parse("2026-12-01T10:00").atZone(ParisClock.PARIS).toInstant();
    private static final Travelling CLOCK =
            new Travelling(Duration.between(Instant.now(), BEGAN), Clock.system(ParisClock.PARIS));

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

    /** Now, for the application under test. */
    public static Instant now() {
        return CLOCK.instant();
    }

    /** Moves the clock of the application by so much, until this test ends. */
    public static void travel(Duration by) {
        CLOCK.travelled = CLOCK.travelled.plus(by);
    }

    /** Moves the clock of the application to this instant, until this test ends; it goes on from there. */
    public static void travel(Instant to) {
        travel(Duration.between(CLOCK.instant(), to));
    }

    /** Moves the clock of the application to this time of Europe/Paris, until this test ends. */
    public static void travel(LocalDateTime to) {
        travel(ParisClock.at(to).toInstant());
    }

    /** Brings the clock back to where it was; done after each test. */
    public static void home() {
        CLOCK.travelled = Duration.ZERO;
    }

    /** Brings the clock back after each test, whatever became of it. */
    public static class Back implements QuarkusTestAfterEachCallback {
        @Override
        public void afterEach(QuarkusTestMethodContext context) {
            home();
        }
    }

    private static final class Travelling extends Clock {
        private final Duration offset;
        private final Clock real;
        private volatile Duration travelled = Duration.ZERO;

        Travelling(Duration offset, Clock real) {
            this.offset = offset;
            this.real = real;
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(real.withZone(zone), offset.plus(travelled));
        }

        @Override
        public Instant instant() {
            return real.instant().plus(offset).plus(travelled);
        }
    }
}
