package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.terrain.FrenchTypography;
import fr.terrain.ParisClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-05-03");

    @ParameterizedTest
    @CsvSource({
        "400, ok, clock, 400 jours, false",
        "31, ok, clock, 31 jours, false",
        "30, warn, clock, 30 jours, false",
        "11, warn, clock, 11 jours, false",
        "10, danger, warning, 10 jours, true",
        "2, danger, warning, 2 jours, true",
        "1, danger, warning, 1 jour, true",
        "0, danger, warning, Aujourd’hui, true",
        "-1, danger, warning, Dépassée, true",
        "-400, danger, warning, Dépassée, true"
    })
    void theBadgeFollowsTheDaysLeft(int days, String tone, String icon, String words, boolean urgent) {
        LocalDate last = TODAY.plusDays(days);
        Instant silence = last.plusDays(1).atStartOfDay(ParisClock.PARIS).toInstant();
        Countdown countdown = Countdown.of(silence, TODAY);
        assertEquals(tone, countdown.tone());
        assertEquals(icon, countdown.icon());
        assertEquals(words, countdown.words());
        assertEquals(urgent, countdown.urgent());
        assertNull(FrenchTypography.fault(countdown.words() + " " + countdown.due()));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-10T22:00:00Z, 7 jours, 10\u00a0mai\u00a02027",
        "2027-05-10T22:00:01Z, 8 jours, 11\u00a0mai\u00a02027",
        "2027-05-10T21:59:59Z, 7 jours, 10\u00a0mai\u00a02027",
        "2027-05-09T22:00:01Z, 7 jours, 10\u00a0mai\u00a02027",
        "2027-05-02T22:00:01Z, Aujourd’hui, 3\u00a0mai\u00a02027",
        "2027-05-02T22:00:00Z, Dépassée, 2\u00a0mai\u00a02027"
    })
    void theDayEndsAtMidnightInParis(String silence, String words, String last) {
        Countdown countdown = Countdown.of(OffsetDateTime.parse(silence).toInstant(), TODAY);
        assertEquals(words, countdown.words());
        assertEquals("refus implicite le " + last, countdown.due());
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-27, 2027-03-28T22:00:00Z, 1 jour",
        "2027-03-28, 2027-03-28T22:00:00Z, Aujourd’hui",
        "2026-10-24, 2026-10-25T23:00:00Z, 1 jour",
        "2026-10-25, 2026-10-25T23:00:00Z, Aujourd’hui",
        "2026-10-26, 2026-10-25T23:00:00Z, Dépassée"
    })
    void aDayOfTwentyThreeOrTwentyFiveHoursIsADay(LocalDate today, String silence, String words) {
        assertEquals(
                words,
                Countdown.of(OffsetDateTime.parse(silence).toInstant(), today).words());
    }

    @Test
    void withoutAClockThereIsNoBadge() {
        assertNull(Countdown.of(null, TODAY));
    }
}
