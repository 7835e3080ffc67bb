package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.booking.StartCondition.Kind;
import fr.terrain.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules on dates after an agreement, day by day: what is refused on one day and possible on the next. */
class TrialRulesTest {
    private static final LocalDate TODAY = LocalDate.parse("2028-02-20");
    private static final LocalDate END = LocalDate.parse("2028-06-30");

    @Test
    void everyNoticeIsCountedInCalendarDaysOverTheLeapDay() {
        assertFirstLastDay(TerminationCause.GENERAL_INTEREST, "2028-03-06");
        assertFirstLastDay(TerminationCause.OCCUPANT_DECISION, "2028-02-28");
        assertFirstLastDay(TerminationCause.LOSS_OF_PERMIT, "2028-02-20");
    }

    private static void assertFirstLastDay(TerminationCause cause, String first) {
        LocalDate day = LocalDate.parse(first);
        assertDoesNotThrow(() -> notice(cause, day, null, null).require(TODAY, END));
        assertEquals(List.of("lastDay"), fields(notice(cause, day.minusDays(1), null, null), END));
    }

    @Test
    void urgencyShortensTheNoticeOfTheGeneralInterestAlone() {
        String urgent = "Le quai s’affaisse.";
        assertDoesNotThrow(() -> notice(TerminationCause.GENERAL_INTEREST, TODAY, null, urgent)
                .checked()
                .require(TODAY, END));
        assertDoesNotThrow(() ->
                notice(TerminationCause.FAULT, TODAY, null, urgent).checked().require(TODAY, END));
        for (TerminationCause other : List.of(
                TerminationCause.OCCUPANT_DECISION, TerminationCause.LOSS_OF_PERMIT, TerminationCause.FORCE_MAJEURE))
            assertThrows(
                    ProblemException.class,
                    () -> notice(other, TODAY, null, urgent).checked(),
                    other::name);
    }

    @Test
    void nothingIsTerminatedThatEndsByItself() {
        assertEquals(List.of("lastDay"), fields(notice(TerminationCause.LOSS_OF_PERMIT, END, null, null), END));
        assertDoesNotThrow(() -> notice(TerminationCause.LOSS_OF_PERMIT, END.minusDays(1), null, null)
                .require(TODAY, END));
        LocalDate soon = TODAY.plusDays(8);
        assertEquals(
                List.of("lastDay"),
                fields(notice(TerminationCause.OCCUPANT_DECISION, soon.minusDays(1), null, null), soon));
    }

    @Test
    void aFormalNoticeLeavesEightWholeDays() {
        assertDoesNotThrow(() ->
                notice(TerminationCause.FAULT, TODAY, TODAY.minusDays(9), null).require(TODAY, END));
        assertEquals(List.of("since"), fields(notice(TerminationCause.FAULT, TODAY, TODAY.minusDays(8), null), END));
    }

    @Test
    void forceMajeureHasLastedMoreThanThirtyDays() {
        assertDoesNotThrow(() -> notice(TerminationCause.FORCE_MAJEURE, TODAY, TODAY.minusDays(31), null)
                .require(TODAY, END));
        assertEquals(
                List.of("since"),
                fields(notice(TerminationCause.FORCE_MAJEURE, TODAY, TODAY.minusDays(30), null), END));
    }

    @Test
    void whoIsHeardHasFifteenDays() {
        LocalDate agreed = TODAY.minusDays(60);
        assertDoesNotThrow(() -> order(TODAY.minusDays(15)).requireHearing(agreed, TODAY));
        assertThrows(BookingRefusal.class, () -> order(TODAY.minusDays(14)).requireHearing(agreed, TODAY));
        assertThrows(BookingRefusal.class, () -> order(agreed.minusDays(1)).requireHearing(agreed, TODAY));
        assertThrows(BookingRefusal.class, () -> order(TODAY.plusDays(1)).requireHearing(agreed, TODAY));
        assertThrows(BookingRefusal.class, () -> order(null).requireHearing(agreed, TODAY));
    }

    @Test
    void onlyALocalAuthorityTransmitsAndNotifies() {
        List<StartCondition> recorded = new ArrayList<>();
        recorded.add(condition(Kind.INSURANCE, END));
        assertEquals(List.of("ENTRY_INSPECTION"), missing(recorded, false));
        assertEquals(List.of("ENTRY_INSPECTION", "TRANSMISSION", "NOTIFICATION"), missing(recorded, true));
        recorded.add(condition(Kind.ENTRY_INSPECTION, null));
        assertEquals(List.of(), missing(recorded, false));
        recorded.add(condition(Kind.INSURANCE, END.minusDays(1)));
        assertEquals(List.of("INSURANCE"), missing(recorded, false));
    }

    @Test
    void aConventionHasAMonthToBeSignedAndUntilItsFirstDayButNotBeyondItsEnd() {
        TrialDates dates = dates("2028-05-01", "2028-06-30");
        assertEquals(instant("2028-04-30T22:00:00Z"), TrialClock.toBeSigned(dates, instant("2028-02-20T10:00:00Z")));
        assertEquals(instant("2028-05-25T22:00:00Z"), TrialClock.toBeSigned(dates, instant("2028-04-25T10:00:00Z")));
        assertEquals(dates.ends(), TrialClock.toBeSigned(dates, instant("2028-06-25T10:00:00Z")));
    }

    @Test
    void theReportHasTwoMonthsFromTheTearDown() {
        assertEquals(instant("2029-02-28T23:00:00Z"), TrialClock.toBeReported(dates("2028-12-01", "2028-12-30")));
    }

    @Test
    void everyCauseIsOfASide() {
        for (TerminationCause cause : TerminationCause.values())
            assertTrue(cause.isOf(Verb.Side.OCCUPANT, true) || cause.isOf(Verb.Side.GRANTOR, true), cause::name);
    }

    private static TrialDates dates(String first, String last) {
        LocalDate begins = LocalDate.parse(first);
        LocalDate ends = LocalDate.parse(last);
        return new TrialDates(
                begins, begins, ends, ends.plusDays(1), TrialDates.startOf(begins), TrialDates.endOf(ends));
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }

    private static List<String> missing(List<StartCondition> recorded, boolean localAuthority) {
        return new Conditions(recorded, localAuthority, END)
                .missing().stream().map(Missing::field).toList();
    }

    private static StartCondition condition(Kind kind, LocalDate validUntil) {
        StartCondition condition = new StartCondition();
        condition.kind = kind;
        condition.validUntil = validUntil;
        return condition;
    }

    private static RescissionOrder order(LocalDate invitedOn) {
        return new RescissionOrder("Article L. 2122-3", "Le quai est fermé.", invitedOn, null);
    }

    private static TerminationNotice notice(
            TerminationCause cause, LocalDate lastDay, LocalDate since, String urgency) {
        return new TerminationNotice(cause, lastDay, since, urgency, "Une raison bien écrite.");
    }

    private static List<String> fields(TerminationNotice notice, LocalDate bookedLastDay) {
        return assertThrows(BookingRefusal.class, () -> notice.require(TODAY, bookedLastDay)).missing().stream()
                .map(Missing::field)
                .toList();
    }
}
