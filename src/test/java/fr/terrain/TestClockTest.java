package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A test that moves the time does not leave it to the next one. */
@QuarkusTest
@TestMethodOrder(MethodOrderer.MethodName.class)
class TestClockTest {
    @Inject
    Clock clock;

    @Test
    void aFirstTestTravels() {
        TestClock.travel(LocalDateTime.parse("2027-03-28T03:30"));
        assertEquals(LocalDate.parse("2027-03-28"), LocalDate.now(clock));
        TestClock.travel(Duration.ofDays(3));
        assertEquals(LocalDate.parse("2027-03-31"), TestClock.today());
        assertEquals(LocalDate.parse("2027-03-31"), LocalDate.now(clock.withZone(ParisClock.PARIS)));
    }

    @Test
    void bTheNextBeginsAtHome() {
        assertEquals(LocalDate.parse("2026-12-01"), LocalDate.now(clock));
    }
}
