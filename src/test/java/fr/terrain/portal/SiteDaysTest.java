package fr.terrain.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.availability.Availability.State;
import fr.terrain.availability.Booked;
import fr.terrain.availability.OpeningRule;
import fr.terrain.availability.Period;
import fr.terrain.availability.SpaceCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the pages say of a site's days: by day, by week, by month, and in one sentence. */
class SiteDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 4, 5);
    private static final Stay THREE_WEEKS = new Stay(LocalDate.of(2027, 5, 3), LocalDate.of(2027, 5, 24));

    @Test
    void showsTheBestOfTheSpacesEachDay() {
        SpaceCalendar taken = space(List.of(), booked("2027-04-05", "2027-04-19"));
        SpaceCalendar shorter = space(List.of(), booked("2027-04-05", "2027-04-12"));
        SiteDays days = SiteDays.of(List.of(taken, shorter), MONDAY, MONDAY.plusDays(20), MONDAY);
        assertEquals(State.TAKEN, days.on(LocalDate.of(2027, 4, 11)).state());
        assertEquals(State.FREE, days.on(LocalDate.of(2027, 4, 12)).state());
    }

    @Test
    void aWeekendOfRestDoesNotCloseTheWeek() {
        SpaceCalendar weekdays = space(List.of(open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))));
        SiteDays days = SiteDays.of(List.of(weekdays), MONDAY, MONDAY.plusDays(6), MONDAY);
        assertTrue(days.on(LocalDate.of(2027, 4, 10)).rest());
        assertEquals(State.FREE, days.worst(MONDAY, MONDAY.plusDays(6)));
        assertEquals(State.CLOSED, days.worst(LocalDate.of(2027, 4, 10), LocalDate.of(2027, 4, 11)));
    }

    @Test
    void aStayIsFreeWhenOneSpaceIsFreeForAllOfIt() {
        SpaceCalendar taken = space(List.of(), booked("2027-05-18", "2027-05-26"));
        SpaceCalendar weekdays = space(List.of(open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))));
        SiteDays days = SiteDays.of(
                List.of(taken, weekdays), MONDAY, WeekStrip.end(MONDAY).plusWeeks(1), MONDAY);
        assertEquals(State.TAKEN, days.on(LocalDate.of(2027, 5, 22)).state(), "a Saturday: the other space rests");
        assertEquals(State.FREE, Window.of(days, THREE_WEEKS).state());
        assertEquals(
                Set.of(Shade.FREE),
                Set.copyOf(WeekStrip.of(days, MONDAY, THREE_WEEKS).weeks()));
        assertEquals(State.TAKEN, days.worst(LocalDate.of(2027, 5, 22), LocalDate.of(2027, 5, 23)));
    }

    @Test
    void aStayIsTakenWhenItWouldHaveToMoveFromSpaceToSpace() {
        SpaceCalendar before = space(List.of(), booked("2027-05-10", "2027-06-01"));
        SpaceCalendar after = space(List.of(), booked("2027-04-05", "2027-05-10"));
        SiteDays days = SiteDays.of(List.of(before, after), MONDAY, LocalDate.of(2027, 5, 31), MONDAY);
        assertEquals(State.TAKEN, Window.of(days, THREE_WEEKS).state());
        assertEquals(
                "du 5 avril au 9 mai 2027",
                Window.first(days, MONDAY, LocalDate.of(2027, 5, 31)).words().replace('\u00a0', ' '));
    }

    @Test
    void aWeekTakesItsMostClosedState() {
        SpaceCalendar space = space(List.of(conditional(6, 21, 6, 25)), booked("2027-04-15", "2027-04-17"));
        WeekStrip strip =
                WeekStrip.of(SiteDays.of(List.of(space), MONDAY, WeekStrip.end(MONDAY), MONDAY), MONDAY, THREE_WEEKS);
        assertEquals(Shade.FREE, strip.weeks().get(0));
        assertEquals(Shade.TAKEN, strip.weeks().get(1));
        assertEquals(Shade.CONDITIONAL, strip.weeks().get(11));
        assertEquals(
                "Semaines du 5 avril au 4 juillet 2027 : 1 semaine libre, 1 semaine prise, 9 semaines libres, 1 semaine sous condition, 1 semaine libre.",
                strip.label().replace('\u00a0', ' '));
    }

    @Test
    void framesTheStayToTheDay() {
        WeekStrip strip = new WeekStrip(MONDAY, List.of(), THREE_WEEKS);
        assertEquals(28, strip.frameFrom());
        assertEquals(22, strip.frameDays());
        assertFalse(new WeekStrip(LocalDate.of(2027, 6, 7), List.of(), THREE_WEEKS).framed());
    }

    @Test
    void beginsFourWeeksBeforeTheStayButNeverInThePast() {
        assertEquals(MONDAY, WeekStrip.start(LocalDate.of(2026, 11, 22), THREE_WEEKS));
        assertEquals(LocalDate.of(2027, 4, 26), WeekStrip.start(LocalDate.of(2027, 4, 28), THREE_WEEKS));
        assertEquals(LocalDate.of(2026, 11, 16), WeekStrip.start(LocalDate.of(2026, 11, 22), null));
    }

    @Test
    void aMonthIsATableWithTheStayMarked() {
        SiteDays days =
                SiteDays.of(List.of(space(List.of())), LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31), MONDAY);
        MonthTable may = MonthTable.of(YearMonth.of(2027, 5), days, THREE_WEEKS);
        assertEquals("mai 2027", may.label());
        assertEquals(6, may.weeks().size());
        assertTrue(may.weeks().getFirst().get(4).blank());
        assertEquals(1, may.weeks().getFirst().get(5).number());
        assertEquals("début", may.weeks().get(1).getFirst().brief());
        assertEquals("libre", may.weeks().get(1).get(1).brief());
        assertEquals("libre, période choisie", may.weeks().get(1).get(1).word());
        assertEquals("fin", may.weeks().get(4).getFirst().brief());
        assertFalse(may.weeks().get(4).get(1).chosen());
    }

    @Test
    void saysTheFirstFreeRun() {
        SpaceCalendar space = space(List.of(), booked("2027-04-05", "2027-04-12"), booked("2027-05-01", "2027-05-03"));
        SiteDays days = SiteDays.of(List.of(space), MONDAY, LocalDate.of(2027, 5, 31), MONDAY);
        Window window = Window.first(days, MONDAY, LocalDate.of(2027, 5, 31));
        assertEquals(State.FREE, window.state());
        assertEquals("du 12 au 30 avril 2027", window.words().replace('\u00a0', ' '));
    }

    @Test
    void saysHowLongNothingCanBeHad() {
        SpaceCalendar space = space(List.of(), booked("2027-04-01", "2027-07-01"));
        Window window = Window.first(
                SiteDays.of(List.of(space), MONDAY, LocalDate.of(2027, 5, 31), MONDAY),
                MONDAY,
                LocalDate.of(2027, 5, 31));
        assertEquals("Pris", window.label());
        assertEquals("jusqu’au 31 mai 2027 au moins", window.words().replace('\u00a0', ' '));
        assertFalse(window.open());
    }

    @Test
    void aConditionOnOneDayMakesTheStayConditionalAndSaysWhy() {
        SpaceCalendar space = space(List.of(conditional(5, 20, 5, 28)));
        Window window =
                Window.of(SiteDays.of(List.of(space), THREE_WEEKS.first(), THREE_WEEKS.last(), MONDAY), THREE_WEEKS);
        assertEquals("Sous condition", window.label());
        assertEquals("Capitainerie à prévenir la veille", window.cause());
    }

    @Test
    void aWeekPartlyPastCountsTheDaysThatAreLeft() {
        SpaceCalendar space = space(
                List.of(open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))), booked("2027-04-12", "2027-04-15"));
        LocalDate thursday = LocalDate.of(2027, 4, 15);
        SiteDays days = SiteDays.of(List.of(space), MONDAY, WeekStrip.end(MONDAY), thursday);
        WeekStrip strip = WeekStrip.of(days, MONDAY, null);
        assertEquals(List.of(Shade.PAST, Shade.FREE), strip.weeks().subList(0, 2));
        assertTrue(strip.label().contains(" : 1 semaine passée, 12 semaines libres."), strip.label());
        LocalDate saturday = thursday.plusDays(2);
        SiteDays rest = SiteDays.of(List.of(space), MONDAY, WeekStrip.end(MONDAY), saturday);
        assertEquals(State.CLOSED, rest.worstLeft(LocalDate.of(2027, 4, 12), LocalDate.of(2027, 4, 18)));
    }

    @Test
    void aStayThatHasBegunIsPastAndSaysWhatToChoose() {
        LocalDate second = THREE_WEEKS.first().plusDays(1);
        SiteDays days = SiteDays.of(List.of(space(List.of())), THREE_WEEKS.first(), THREE_WEEKS.last(), second);
        Window window = Window.of(days, THREE_WEEKS);
        assertEquals("Passé", window.label());
        assertEquals("Choisissez un premier jour à venir.", window.cause());
        assertFalse(window.open());
    }

    @Test
    void aPastDayOfTheMonthSaysSoAndTodayDoesNot() {
        LocalDate today = LocalDate.of(2027, 5, 8);
        SpaceCalendar weekdays = space(List.of(open(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))));
        SiteDays days = SiteDays.of(List.of(weekdays), LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31), today);
        MonthTable may = MonthTable.of(YearMonth.of(2027, 5), days, null);
        assertEquals("passé", may.weeks().getFirst().get(5).brief());
        assertEquals("passé", may.weeks().get(1).get(4).word());
        assertEquals("fermé", may.weeks().get(1).get(5).word());
        assertEquals("libre", may.weeks().get(2).getFirst().word());
        assertTrue(may.past());
        SiteDays before = SiteDays.of(List.of(weekdays), LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 31), MONDAY);
        assertFalse(MonthTable.of(YearMonth.of(2027, 5), before, null).past());
    }

    private static SpaceCalendar space(List<OpeningRule> rules, Booked... booked) {
        return new SpaceCalendar(1, "Quai d’essai", 1, true, rules, List.of(booked));
    }

    private static Booked booked(String from, String to) {
        Period during = Period.local(
                LocalDate.parse(from).atStartOfDay(), LocalDate.parse(to).atStartOfDay());
        return new Booked(Booked.Kind.BOOKING, 1, 1, during, null);
    }

    private static OpeningRule open(Set<DayOfWeek> weekdays) {
        return new OpeningRule(
                OpeningRule.Kind.OPEN, weekdays, LocalTime.of(8, 0), LocalTime.of(18, 0), null, null, null);
    }

    private static OpeningRule conditional(int month, int day, int lastMonth, int lastDay) {
        return new OpeningRule(
                OpeningRule.Kind.CONDITIONAL,
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                MonthDay.of(month, day),
                MonthDay.of(lastMonth, lastDay),
                "Capitainerie à prévenir la veille");
    }
}
