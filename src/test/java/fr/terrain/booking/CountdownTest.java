package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.FrenchTypography;
import fr.terrain.ParisClock;
import fr.terrain.deadline.Deadlines.Date;
import fr.terrain.deadline.Deadlines.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
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
        Countdown countdown = silence(silence, TODAY);
        assertEquals(tone, countdown.tone());
        assertEquals(icon, countdown.icon());
        assertEquals(words, countdown.words());
        assertEquals(urgent, countdown.urgent());
        assertNull(FrenchTypography.fault(countdown.words() + " " + countdown.due()));
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT, IN_REVIEW, OFFICER, Accusé en retard",
        "RECEIPT, IN_REVIEW, OCCUPANT,",
        "START, SIGNED, OFFICER, Début manqué",
        "START, SIGNED, OCCUPANT,"
    })
    void whatPassedIsShownToWhoMendsIt(Kind kind, BookingStatus status, Reader reader, String words) {
        Instant due = TODAY.minusDays(3).atStartOfDay(ParisClock.PARIS).toInstant();
        RunningDates passed = new RunningDates(Map.of(kind, new Date(due, true)), null);
        Countdown countdown = Countdown.of(passed, status, reader, TODAY);
        assertEquals(words, countdown == null ? null : countdown.words());
        assertTrue(countdown == null || countdown.urgent());
        RunningDates runs = new RunningDates(Map.of(Kind.RECEIPT, new Date(due, false)), null);
        assertNull(Countdown.of(runs, BookingStatus.IN_REVIEW, Reader.OFFICER, TODAY));
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
        Countdown countdown = silence(OffsetDateTime.parse(silence).toInstant(), TODAY);
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
                words, silence(OffsetDateTime.parse(silence).toInstant(), today).words());
    }

    @Test
    void withoutAClockThereIsNoBadge() {
        for (BookingStatus status : BookingStatus.values())
            for (Reader reader : Reader.values())
                assertNull(Countdown.of(RunningDates.NONE, status, reader, TODAY), status + " " + reader);
    }

    @Test
    void aClockThatStandsStillSaysUntilWhen() {
        Countdown countdown = of(
                BookingStatus.CHANGES_REQUESTED,
                Reader.OFFICER,
                new RunningDates(
                        Map.of(Kind.SILENCE, running("2027-06-10"), Kind.ANSWER, running("2027-05-15")),
                        LocalDate.parse("2027-05-15")));
        assertEquals("info", countdown.tone());
        assertEquals("Arrêtée jusqu’au 15\u00a0mai, refus implicite le 10\u00a0juin\u00a02027", countdown.line());
        assertFalse(countdown.urgent());
    }

    @Test
    void aRefusalThatIsBornSaysThatADecisionStaysPossible() {
        Countdown countdown =
                of(BookingStatus.IN_REVIEW, Reader.OCCUPANT, dates(Map.of(Kind.SILENCE, passed("2027-04-30"))));
        assertEquals("danger", countdown.tone());
        assertEquals(-3, countdown.days());
        assertEquals(
                "Refus implicite, né le 30\u00a0avril\u00a02027\u00a0: une décision expresse reste possible",
                countdown.line());
        assertNull(FrenchTypography.fault(countdown.line()));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, OCCUPANT,",
        "SUBMITTED, OCCUPANT, OFFER",
        "SUBMITTED, OFFICER, REASONS",
        "IN_REVIEW, LEGAL, REASONS",
        "CHANGES_REQUESTED, OCCUPANT, OFFER",
        "CHANGES_REQUESTED, OFFICER, REASONS",
        "APPROVED, LEGAL, EXPIRY",
        "SIGNING, OCCUPANT, SIGNATURE",
        "SIGNED, OFFICER, START",
        "RUNNING, OFFICER, FINISH",
        "SUSPENDED, OCCUPANT, FINISH",
        "REPORT_DUE, OCCUPANT, REPORT",
        "REFUSED, OFFICER,",
        "WITHDRAWN, OCCUPANT,",
        "TERMINATED, LEGAL,",
        "EXPIRED, OFFICER,",
        "CLOSED, OCCUPANT,"
    })
    void ofAllThatRunsTheReaderIsShownOne(BookingStatus status, Reader reader, Kind shown) {
        Map<Kind, Date> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) all.put(kind, running("2027-06-10"));
        Countdown countdown = of(status, reader, dates(all));
        assertEquals(shown, countdown == null ? null : countdown.kind());
    }

    @Test
    void theOwnerWhoHasToAnswerSeesByWhenAndTheOfficerWhenSilenceRefuses() {
        RunningDates dates = dates(Map.of(Kind.SILENCE, running("2027-06-10"), Kind.ANSWER, running("2027-05-15")));
        assertEquals(
                "12 jours, réponse attendue le 15\u00a0mai\u00a02027",
                of(BookingStatus.CHANGES_REQUESTED, Reader.OCCUPANT, dates).line());
        assertEquals(
                "38 jours, refus implicite le 10\u00a0juin\u00a02027",
                of(BookingStatus.CHANGES_REQUESTED, Reader.OFFICER, dates).line());
    }

    @Test
    void whereTheLawSetsNoDateTheOfficerSeesTheOneThatWasGiven() {
        RunningDates dates = dates(Map.of(Kind.ANSWER, running("2027-05-15")));
        assertEquals(
                Kind.ANSWER,
                of(BookingStatus.CHANGES_REQUESTED, Reader.OFFICER, dates).kind());
        assertNull(of(BookingStatus.IN_REVIEW, Reader.OFFICER, dates));
    }

    @Test
    void theFirstDayOfATrialPressesNobodyAndAReportThatIsLateDoes() {
        Date begins = new Date(
                LocalDate.parse("2027-05-04").atStartOfDay(ParisClock.PARIS).toInstant(), false);
        Countdown first = of(BookingStatus.SIGNED, Reader.OFFICER, dates(Map.of(Kind.START, begins)));
        assertEquals("ok", first.tone());
        assertEquals("1 jour, début prévu le 4\u00a0mai\u00a02027", first.line());
        Countdown late = of(BookingStatus.REPORT_DUE, Reader.OFFICER, dates(Map.of(Kind.REPORT, passed("2027-05-01"))));
        assertEquals("Dépassée, bilan attendu le 1er\u00a0mai\u00a02027", late.line());
        assertNull(of(BookingStatus.SIGNED, Reader.OCCUPANT, dates(Map.of(Kind.START, passed("2027-05-01")))));
    }

    @Test
    void aDraftIsTimedOnlyWhenItIsAboutToBeGivenUp() {
        assertNull(of(BookingStatus.DRAFT, Reader.OCCUPANT, dates(Map.of(Kind.DRAFT, running("2027-06-03")))));
        assertEquals(
                "30 jours, brouillon abandonné le 2\u00a0juin\u00a02027",
                of(BookingStatus.DRAFT, Reader.OCCUPANT, dates(Map.of(Kind.DRAFT, running("2027-06-02"))))
                        .line());
    }

    private static Countdown silence(Instant silence, LocalDate today) {
        return Countdown.of(
                dates(Map.of(Kind.SILENCE, new Date(silence, false))), BookingStatus.SUBMITTED, Reader.OFFICER, today);
    }

    private static Countdown of(BookingStatus status, Reader reader, RunningDates dates) {
        return Countdown.of(dates, status, reader, TODAY);
    }

    private static RunningDates dates(Map<Kind, Date> dates) {
        return new RunningDates(dates, null);
    }

    private static Date running(String last) {
        return new Date(LegalClock.endOf(LocalDate.parse(last)), false);
    }

    private static Date passed(String last) {
        return new Date(LegalClock.endOf(LocalDate.parse(last)), true);
    }
}
