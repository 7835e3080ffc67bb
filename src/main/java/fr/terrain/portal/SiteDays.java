package fr.terrain.portal;

import fr.terrain.availability.Availability;
import fr.terrain.availability.Availability.State;
import fr.terrain.availability.SpaceCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** What a visitor is told of each day of a site: the best of its spaces. A day on which no space ever opens is a rest day. */
public final class SiteDays {
    private final TreeMap<LocalDate, Day> days = new TreeMap<>();

    /** One day: its state, why, and whether it is only the weekly rest. */
    public record Day(LocalDate date, State state, String cause, boolean rest) {
        private Day betterOf(Day other) {
            if (rest != other.rest) return rest ? other : this;
            return other.state.compareTo(state) < 0 ? other : this;
        }
    }

    private SiteDays() {}

    /** The days from first to last, both included, of a site with these spaces. A day that is past is no rest day. */
    public static SiteDays of(List<SpaceCalendar> spaces, LocalDate first, LocalDate last, LocalDate today) {
        SiteDays site = new SiteDays();
        for (SpaceCalendar space : spaces) {
            for (Availability.Day day : Availability.days(space, first, last, today)) {
                boolean rest = !day.date().isBefore(today)
                        && space.openings(day.date()).isEmpty()
                        && space.seasonalClosing(day.date()).isEmpty();
                site.days.merge(day.date(), new Day(day.date(), day.state(), day.cause(), rest), Day::betterOf);
            }
        }
        return site;
    }

    /** The day of this date; closed outside of what was read. */
    public Day on(LocalDate date) {
        Day day = days.get(date);
        return day == null ? new Day(date, State.CLOSED, null, true) : day;
    }

    /** The days from first to last, both included. */
    public List<Day> between(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).map(this::on).toList();
    }

    /** The same of the days that are left, today included; past when none is. */
    public State worstLeft(LocalDate first, LocalDate last) {
        return between(first, last).stream()
                .filter(day -> day.state() != State.PAST)
                .findFirst()
                .map(left -> worst(left.date(), last))
                .orElse(State.PAST);
    }

    /** The most closed state met from first to last, rest days apart; closed when there are only rest days. */
    public State worst(LocalDate first, LocalDate last) {
        return between(first, last).stream()
                .filter(day -> !day.rest())
                .map(Day::state)
                .max(State::compareTo)
                .orElse(State.CLOSED);
    }
}
