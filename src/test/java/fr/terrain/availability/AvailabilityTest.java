package fr.terrain.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.availability.Availability.Day;
import fr.terrain.availability.Availability.State;
import fr.terrain.availability.Availability.Stretch;
import fr.terrain.availability.OpeningRule.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final OpeningRule OFFICE =
            new OpeningRule(Kind.OPEN, WEEK, LocalTime.of(8, 0), LocalTime.of(18, 0), null, null, null);
    private static final OpeningRule NIGHT =
            new OpeningRule(Kind.OPEN, ALL, LocalTime.of(22, 0), LocalTime.of(4, 30), null, null, null);
    private static final OpeningRule MASSIF = new OpeningRule(
            Kind.CONDITIONAL,
            ALL,
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            MonthDay.of(6, 1),
            MonthDay.of(9, 30),
            "Risque d’incendie");
    private static final OpeningRule NESTS = new OpeningRule(
            Kind.CLOSED,
            ALL,
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT,
            MonthDay.of(11, 15),
            MonthDay.of(2, 15),
            "Nidification");
    private static final LocalDate MONDAY = LocalDate.of(2027, 5, 3);

    @Test
    void withoutRulesASpaceIsAlwaysFree() {
        assertEquals(
                List.of(new Stretch(at("2027-05-03T00:00"), at("2027-05-06T00:00"), State.FREE, null)),
                Availability.stretches(space(1, List.of(), List.of()), MONDAY, MONDAY.plusDays(2), MONDAY));
    }

    @Test
    void officeHoursAreFreeAndTheRestClosed() {
        assertEquals(
                List.of(
                        new Stretch(
                                at("2027-05-07T00:00"),
                                at("2027-05-07T08:00"),
                                State.CLOSED,
                                "Hors des heures d’ouverture"),
                        new Stretch(at("2027-05-07T08:00"), at("2027-05-07T18:00"), State.FREE, null),
                        new Stretch(
                                at("2027-05-07T18:00"),
                                at("2027-05-09T00:00"),
                                State.CLOSED,
                                "Hors des heures d’ouverture")),
                Availability.stretches(
                        space(1, List.of(OFFICE), List.of()), MONDAY.plusDays(4), MONDAY.plusDays(5), MONDAY));
    }

    @Test
    void allThatIsBeforeTodayIsPast() {
        Period week = Period.local(at("2027-04-26T00:00"), at("2027-05-04T00:00"));
        SpaceCalendar space = space(1, List.of(MASSIF), List.of(booked(1, 1, week)));
        assertEquals(
                List.of(
                        new Stretch(at("2027-04-24T00:00"), at("2027-05-03T00:00"), State.PAST, null),
                        new Stretch(at("2027-05-03T00:00"), at("2027-05-04T00:00"), State.TAKEN, null),
                        new Stretch(at("2027-05-04T00:00"), at("2027-05-05T00:00"), State.FREE, null)),
                Availability.stretches(space, MONDAY.minusDays(9), MONDAY.plusDays(1), MONDAY));
        assertEquals(
                List.of(State.PAST, State.TAKEN, State.FREE),
                Availability.days(space, MONDAY.minusDays(1), MONDAY.plusDays(1), MONDAY).stream()
                        .map(Day::state)
                        .toList());
    }

    @Test
    void theNightOfYesterdayIsPastUntilMidnight() {
        SpaceCalendar nights = space(1, List.of(NIGHT), List.of());
        List<Stretch> stretches = Availability.stretches(nights, MONDAY.minusDays(1), MONDAY, MONDAY);
        assertEquals(new Stretch(at("2027-05-03T00:00"), at("2027-05-03T04:30"), State.FREE, null), stretches.get(1));
        assertEquals(
                State.PAST,
                Availability.days(nights, MONDAY.minusDays(1), MONDAY, MONDAY)
                        .getFirst()
                        .state());
    }

    @Test
    void aNightRunsIntoTheMorning() {
        assertEquals(
                List.of(new LocalSlot(at("2027-05-03T22:00"), at("2027-05-04T04:30"))),
                space(1, List.of(NIGHT), List.of()).slots(MONDAY, MONDAY));
    }

    @Test
    void theNightOfTheSpringChangeIsAnHourShorter() {
        LocalDate saturday = LocalDate.of(2027, 3, 27);
        LocalSlot night =
                space(1, List.of(NIGHT), List.of()).slots(saturday, saturday).getFirst();
        Period real = night.withBuffers(0, 0);
        assertEquals(Duration.ofMinutes(5 * 60 + 30), Duration.between(real.from(), real.to()));
    }

    @Test
    void aDayOfBufferIsADayAcrossTheChange() {
        LocalSlot slot = new LocalSlot(at("2027-03-28T10:00"), at("2027-03-28T12:00"));
        assertEquals(Period.local(at("2027-03-27T10:00"), at("2027-03-30T12:00")), slot.withBuffers(1, 2));
    }

    @Test
    void aSeasonOverTheYearsEndClosesTheStay() {
        SpaceCalendar nests = space(1, List.of(NESTS), List.of());
        assertEquals(List.of(), nests.slots(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 12)));
        assertEquals(List.of(), nests.slots(LocalDate.of(2027, 11, 1), LocalDate.of(2027, 11, 15)));
        assertEquals(
                1,
                nests.slots(LocalDate.of(2027, 11, 14), LocalDate.of(2027, 11, 14))
                        .size());
    }

    @Test
    void aFireSeasonMakesDaysConditional() {
        List<Day> days = Availability.days(
                space(1, List.of(MASSIF), List.of()), LocalDate.of(2027, 5, 31), LocalDate.of(2027, 6, 1), MONDAY);
        assertEquals(
                List.of(State.FREE, State.CONDITIONAL),
                days.stream().map(Day::state).toList());
        assertEquals("Risque d’incendie", days.getLast().cause());
    }

    @Test
    void capacityTwoIsTakenOnlyWhenBothLanesAre() {
        Period firstHalf = Period.local(at("2027-05-03T00:00"), at("2027-05-05T00:00"));
        Period secondHalf = Period.local(at("2027-05-04T00:00"), at("2027-05-06T00:00"));
        SpaceCalendar both = space(2, List.of(), List.of(booked(1, 1, firstHalf), booked(2, 2, secondHalf)));
        assertEquals(
                List.of(State.FREE, State.TAKEN, State.FREE),
                Availability.days(both, MONDAY, MONDAY.plusDays(2), MONDAY).stream()
                        .map(Day::state)
                        .toList());
    }

    @Test
    void exclusiveUseTakesEveryLane() {
        SpaceCalendar whole = space(
                5, List.of(), List.of(booked(1, null, Period.local(at("2027-05-03T00:00"), at("2027-05-04T00:00")))));
        assertEquals(
                State.TAKEN,
                Availability.days(whole, MONDAY, MONDAY, MONDAY).getFirst().state());
    }

    @Test
    void aClosureSaysWhy() {
        Booked regatta = new Booked(
                Booked.Kind.CLOSURE,
                1,
                null,
                Period.local(at("2027-05-03T00:00"), at("2027-05-04T00:00")),
                "Régate de démonstration");
        Day day = Availability.days(space(1, List.of(), List.of(regatta)), MONDAY, MONDAY, MONDAY)
                .getFirst();
        assertEquals(new Day(MONDAY, State.CLOSED, "Régate de démonstration"), day);
    }

    @Test
    void daysCountTheEveningANightBegan() {
        List<LocalSlot> nights = space(1, List.of(NIGHT), List.of()).slots(MONDAY, MONDAY.plusDays(1));
        assertEquals(2, LocalSlot.days(nights));
        assertEquals(MONDAY.plusDays(1), nights.getLast().lastDay());
        LocalSlot stay = new LocalSlot(at("2027-05-03T00:00"), at("2027-05-24T00:00"));
        assertEquals(21, LocalSlot.days(List.of(stay)));
        assertEquals(2, LocalSlot.months(List.of(new LocalSlot(at("2027-01-31T00:00"), at("2027-02-02T00:00")))));
    }

    @Test
    void mergedPeriodsCoverTheSameTime() {
        Period a = Period.local(at("2027-05-03T00:00"), at("2027-05-05T00:00"));
        Period b = Period.local(at("2027-05-04T00:00"), at("2027-05-06T00:00"));
        Period apart = Period.local(at("2027-05-08T00:00"), at("2027-05-09T00:00"));
        assertEquals(
                List.of(Period.local(at("2027-05-03T00:00"), at("2027-05-06T00:00")), apart),
                Period.merge(List.of(apart, b, a)));
        assertTrue(a.overlaps(b));
    }

    private static SpaceCalendar space(int capacity, List<OpeningRule> rules, List<Booked> booked) {
        return new SpaceCalendar(1, "Quai", capacity, false, rules, booked);
    }

    private static Booked booked(int first, Integer last, Period during) {
        return new Booked(Booked.Kind.BOOKING, first, last, during, null);
    }

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }
}
