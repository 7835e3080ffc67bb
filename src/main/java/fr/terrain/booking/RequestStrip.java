package fr.terrain.booking;

import fr.terrain.availability.Availability;
import fr.terrain.availability.Availability.State;
import fr.terrain.availability.SpaceCalendar;
import fr.terrain.http.French;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;

/** Thirteen weeks of the spaces that a request wants, each in the most closed state of its days that are left, the days asked for framed. */
public record RequestStrip(LocalDate monday, List<Week> weeks, LocalDate first, LocalDate last) {
    private static final int WEEKS = 13;
    private static final int WEEKS_BEFORE = 4;

    /** A week and its state. */
    public record Week(State state) {
        /** The code of the pattern in the styles. */
        public String code() {
            return switch (state) {
                case FREE -> "free";
                case CONDITIONAL -> "cond";
                case CLOSED -> "closed";
                case TAKEN -> "taken";
                case PAST -> "past";
            };
        }
    }

    /** The Monday of the strip of a request: four weeks before its first day. */
    static LocalDate monday(LocalDate first) {
        return first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(WEEKS_BEFORE);
    }

    static LocalDate end(LocalDate monday) {
        return monday.plusWeeks(WEEKS).minusDays(1);
    }

    /** The strip of these calendars; days on which a space never opens do not count. */
    static RequestStrip of(List<SpaceCalendar> spaces, LocalDate first, LocalDate last, LocalDate today) {
        LocalDate monday = monday(first);
        List<Week> weeks = IntStream.range(0, WEEKS)
                .mapToObj(monday::plusWeeks)
                .map(week -> new Week(worst(spaces, week, today)))
                .toList();
        return new RequestStrip(monday, weeks, first, last);
    }

    private static State worst(List<SpaceCalendar> spaces, LocalDate week, LocalDate today) {
        LocalDate end = week.plusDays(6);
        if (end.isBefore(today)) return State.PAST;
        LocalDate start = week.isBefore(today) ? today : week;
        return spaces.stream()
                .flatMap(space -> Availability.days(space, start, end, today).stream()
                        .filter(day -> !space.openings(day.date()).isEmpty()
                                || space.seasonalClosing(day.date()).isPresent())
                        .map(Availability.Day::state))
                .max(State::compareTo)
                .orElse(State.CLOSED);
    }

    /** Whether some of the weeks are past, which needs its key. */
    public boolean past() {
        return weeks.getFirst().state() == State.PAST;
    }

    public boolean framed() {
        return frameDays() > 0;
    }

    public int days() {
        return WEEKS * 7;
    }

    public int frameFrom() {
        return (int) ChronoUnit.DAYS.between(monday, first);
    }

    public int frameDays() {
        return (int) Math.min(days(), ChronoUnit.DAYS.between(monday, last) + 1) - frameFrom();
    }

    /** The strip in words, for who does not see it: the state of the days asked for, week by week. */
    public String label() {
        StringBuilder words = new StringBuilder("Semaines " + French.period(monday, end(monday)) + "\u00a0: ");
        int run = 0;
        for (int week = 0; week < WEEKS; week++) {
            run++;
            if (week + 1 < WEEKS && weeks.get(week + 1).equals(weeks.get(week))) continue;
            words.append(weeks.get(week).state().weeks(run)).append(week + 1 < WEEKS ? ", " : ".");
            run = 0;
        }
        return words.toString();
    }
}
