package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.availability.OpeningRule.Kind;
import fr.terrain.http.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A series of hours, and what each of its stretches comes to on a space. */
class SeriesTest {
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final OpeningRule NIGHT =
            new OpeningRule(Kind.OPEN, ALL, LocalTime.of(22, 0), LocalTime.of(4, 30), null, null, null);
    private static final OpeningRule OFFICE = new OpeningRule(
            Kind.OPEN,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0),
            null,
            null,
            null);
    private static final OpeningRule NESTS = new OpeningRule(
            Kind.CLOSED,
            ALL,
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            MonthDay.of(5, 10),
            MonthDay.of(5, 20),
            "Nidification");
    private static final LocalDate MONDAY = LocalDate.of(2027, 5, 3);

    @Test
    void everyDayOrSomeWeekdaysAndNightsEndInTheMorning() {
        Series nights = series("22:00", "04:30");
        assertEquals(
                List.of(slot("2027-05-03T22:00", "2027-05-04T04:30"), slot("2027-05-04T22:00", "2027-05-05T04:30")),
                nights.between(MONDAY, MONDAY.plusDays(1)));
        Series weekly = new Series(LocalTime.of(9, 0), LocalTime.of(12, 0), Set.of(DayOfWeek.TUESDAY), Set.of());
        assertEquals(
                List.of(slot("2027-05-04T09:00", "2027-05-04T12:00"), slot("2027-05-11T09:00", "2027-05-11T12:00")),
                weekly.between(MONDAY, MONDAY.plusDays(13)));
        assertEquals(
                List.of(slot("2028-02-29T08:00", "2028-03-01T08:00")),
                series("08:00", "08:00").between(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 2, 29)));
    }

    @Test
    void aSeriesIsBounded() {
        assertEquals(
                366,
                series("09:00", "12:00").between(MONDAY, MONDAY.plusDays(365)).size());
        assertEquals("lastDay", field(() -> series("09:00", "12:00").between(MONDAY, MONDAY.plusDays(366))));
        Series sundays = new Series(LocalTime.of(9, 0), LocalTime.of(12, 0), Set.of(DayOfWeek.SUNDAY), Set.of());
        assertEquals("weekdays", field(() -> sundays.between(MONDAY, MONDAY.plusDays(5))));
    }

    @Test
    void halfASeriesIsNamed() {
        LocalTime nine = LocalTime.of(9, 0);
        assertNull(Series.of(null, null, Set.of(), null));
        assertEquals("endTime", field(() -> Series.of(nine, null, null, null)));
        assertEquals("startTime", field(() -> Series.of(null, nine, null, null)));
        assertEquals("startTime", field(() -> Series.of(null, null, Set.of(DayOfWeek.MONDAY), null)));
        assertEquals("startTime", field(() -> Series.of(null, null, null, Set.of(MONDAY))));
        assertEquals("startTime", field(() -> Series.of(nine.plusSeconds(1), nine, null, null)));
        assertEquals("endTime", field(() -> Series.of(nine, nine.plusNanos(1), null, null)));
    }

    @Test
    void daysGivenUpOfAnotherSeriesDoNotCount() {
        Series series =
                new Series(LocalTime.of(9, 0), LocalTime.of(12, 0), Set.of(), Set.of(MONDAY, MONDAY.plusDays(40)));
        List<LocalSlot> slots = series.between(MONDAY, MONDAY.plusDays(5));
        assertEquals(Set.of(MONDAY), series.within(slots).givenUp());
        assertTrue(series.gaveUp(slots.getFirst()));
        assertFalse(series.gaveUp(slots.getLast()));
    }

    @Test
    void hoursLieInsideAnOpeningEvenOfTheEveningBefore() {
        assertEquals("FREE", told(List.of(NIGHT), "2027-05-03T22:00", "2027-05-04T04:30"));
        assertEquals("FREE", told(List.of(NIGHT), "2027-05-04T01:00", "2027-05-04T03:00"));
        assertEquals("OUTSIDE Quai", told(List.of(NIGHT), "2027-05-03T21:30", "2027-05-04T01:00"));
        assertEquals("OUTSIDE Quai", told(List.of(NIGHT), "2027-05-03T22:00", "2027-05-04T04:31"));
        assertEquals("OUTSIDE Quai", told(List.of(OFFICE), "2027-05-08T09:00", "2027-05-08T10:00"));
        assertEquals("FREE", told(List.of(), "2027-05-03T22:00", "2027-05-04T04:30"));
    }

    @Test
    void aClosedSeasonSaysWhyToTheNightThatRunsIntoIt() {
        assertEquals("CLOSED Quai Nidification", told(List.of(NESTS), "2027-05-10T09:00", "2027-05-10T10:00"));
        assertEquals("CLOSED Quai Nidification", told(List.of(NESTS), "2027-05-09T22:00", "2027-05-10T04:30"));
        assertEquals("FREE", told(List.of(NESTS), "2027-05-09T20:00", "2027-05-10T00:00"));
    }

    @Test
    void theHourThatDoesNotExistIsTold() {
        assertEquals("SKIPPED Quai", told(List.of(), "2027-03-28T02:00", "2027-03-28T03:00"));
        assertEquals("FREE", told(List.of(), "2027-03-28T02:00", "2027-03-28T03:01"));
        assertEquals("FREE", told(List.of(), "2027-10-31T02:00", "2027-10-31T03:00"));
    }

    @Test
    void whatIsTakenOrClosedIsToldWithItsBuffers() {
        Booked booking = booked(Booked.Kind.BOOKING, 1, 1, "2027-05-05T00:00", "2027-05-06T00:00", null);
        Booked regatta = booked(Booked.Kind.CLOSURE, 1, null, "2027-05-08T00:00", "2027-05-09T00:00", "Régate");
        SpaceCalendar quay = new SpaceCalendar(1, "Quai", 1, false, List.of(), List.of(booking, regatta));
        LocalSlot evening = slot("2027-05-04T20:00", "2027-05-04T22:00");
        assertEquals("FREE", words(quay.occurrence(evening, 0, 0, false)));
        assertEquals("TAKEN Quai", words(quay.occurrence(evening, 0, 1, false)));
        LocalSlot friday = slot("2027-05-07T20:00", "2027-05-07T22:00");
        assertEquals("CLOSED Quai Régate", words(quay.occurrence(friday, 0, 1, false)));
    }

    @Test
    void aLaneIsACounterAndWhoWantsToBeAloneNeedsThemAll() {
        Booked morning = booked(Booked.Kind.BOOKING, 1, 1, "2027-05-05T00:00", "2027-05-05T12:00", null);
        Booked afternoon = booked(Booked.Kind.HOLD, 2, 2, "2027-05-05T12:00", "2027-05-06T00:00", null);
        Booked noon = booked(Booked.Kind.BOOKING, 2, 2, "2027-05-05T11:00", "2027-05-05T12:00", null);
        LocalSlot day = slot("2027-05-05T09:00", "2027-05-05T18:00");
        SpaceCalendar two = new SpaceCalendar(1, "Quai", 2, false, List.of(), List.of(morning, afternoon));
        assertEquals("FREE", words(two.occurrence(day, 0, 0, false)));
        assertEquals("TAKEN Quai", words(two.occurrence(day, 0, 0, true)));
        SpaceCalendar full = new SpaceCalendar(1, "Quai", 2, false, List.of(), List.of(morning, afternoon, noon));
        assertEquals("TAKEN Quai", words(full.occurrence(day, 0, 0, false)));
    }

    @Test
    void severalSpacesAreAsGoodAsTheWorst() {
        LocalSlot slot = slot("2027-05-05T09:00", "2027-05-05T18:00");
        Occurrence taken = new Occurrence(slot, Occurrence.State.TAKEN, "Quai", null);
        assertEquals(taken, Occurrence.worst(List.of(Occurrence.free(slot), taken, Occurrence.free(slot))));
    }

    private static String told(List<OpeningRule> rules, String starts, String ends) {
        LocalSlot slot = slot(starts, ends);
        SpaceCalendar quay = new SpaceCalendar(1, "Quai", 1, false, rules, List.of());
        Occurrence told = quay.occurrence(slot, 0, 0, false);
        boolean opens = told.state() == Occurrence.State.FREE;
        assertEquals(opens, quay.opensFor(slot));
        return words(told);
    }

    private static String words(Occurrence told) {
        return told.state()
                + (told.space() == null ? "" : " " + told.space())
                + (told.cause() == null ? "" : " " + told.cause());
    }

    private static Booked booked(Booked.Kind kind, int lane, Integer last, String from, String to, String cause) {
        return new Booked(kind, lane, last, Period.local(LocalDateTime.parse(from), LocalDateTime.parse(to)), cause);
    }

    private static Series series(String starts, String ends) {
        return new Series(LocalTime.parse(starts), LocalTime.parse(ends), Set.of(), Set.of());
    }

    private static LocalSlot slot(String starts, String ends) {
        return new LocalSlot(LocalDateTime.parse(starts), LocalDateTime.parse(ends));
    }

    private static Object field(org.junit.jupiter.api.function.Executable wrong) {
        return assertThrows(ProblemException.class, wrong).problem().more().get("field");
    }
}
