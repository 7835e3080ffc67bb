package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class LegalClockTest {
    @Test
    void silenceRefusesAtTheEndOfTheSameDayTwoMonthsLater() {
        assertRefusal("2027-01-10T09:30+01:00", "2027-03-11T00:00+01:00");
    }

    @Test
    void aMonthWithoutThatDayEndsOnItsLast() {
        assertRefusal("2026-12-31T12:00+01:00", "2027-03-01T00:00+01:00");
        assertRefusal("2027-12-31T12:00+01:00", "2028-03-01T00:00+01:00");
    }

    @Test
    void theDayIsThatOfParisAndSummerTimeCounts() {
        assertRefusal("2027-02-14T23:30+00:00", "2027-04-16T00:00+02:00");
    }

    private static void assertRefusal(String received, String expected) {
        assertEquals(
                OffsetDateTime.parse(expected).toInstant(),
                LegalClock.silentRefusal(OffsetDateTime.parse(received).toInstant()));
    }
}
