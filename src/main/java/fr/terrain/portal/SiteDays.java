package fr.terrain.portal;

import fr.terrain.availability.Availability;
import fr.terrain.availability.Availability.State;
import fr.terrain.availability.SpaceCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a visitor is told of the days of a site. A day alone is told by the best of its spaces; a stay, a week or a run of days by the
 * best space for all of it, for nobody moves from space to space on the way. A day on which a space never opens is a rest day of it.
 */
public final class SiteDays {
    private final List<TreeMap<LocalDate, Day>> spaces = new ArrayList<>();
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
            TreeMap<LocalDate, Day> own = new TreeMap<>();
            for (Availability.Day day : Availability.days(space, first, last, today)) {
                boolean rest = !day.date().isBefore(today)
                        && space.openings(day.date()).isEmpty()
                        && space.seasonalClosing(day.date()).isEmpty();
                own.put(day.date(), new Day(day.date(), day.state(), day.cause(), rest));
            }
            own.forEach((date, day) -> site.days.merge(date, day, Day::betterOf));
            site.spaces.add(own);
        }
        return site;
    }

    /** The day of this date, by its best space; closed outside of what was read. */
    public Day on(LocalDate date) {
        return on(days, date);
    }

    /** The days from first to last, both included, each by its best space. */
    public List<Day> between(LocalDate first, LocalDate last) {
        return between(days, first, last);
    }

    /** The same days space by space. */
    List<List<Day>> bySpace(LocalDate first, LocalDate last) {
        return spaces.stream().map(space -> between(space, first, last)).toList();
    }

    /** The days of the space that is the best one for all of them; closed when there is no space. */
    List<Day> best(LocalDate first, LocalDate last) {
        return bySpace(first, last).stream()
                .min(Comparator.comparing(space -> worst(space).orElse(State.PAST)))
                .orElseGet(() -> between(first, last));
    }

    /** The state of the best space from first to last: the most closed that it meets, rest days apart; closed when there are only rest days. */
    public State worst(LocalDate first, LocalDate last) {
        return worst(best(first, last)).orElse(State.CLOSED);
    }

    /** The same of the days that are left, today included; past when none is. */
    public State worstLeft(LocalDate first, LocalDate last) {
        return between(first, last).stream()
                .filter(day -> day.state() != State.PAST)
                .findFirst()
                .map(left -> worst(left.date(), last))
                .orElse(State.PAST);
    }

    private static Optional<State> worst(List<Day> days) {
        return days.stream().filter(day -> !day.rest()).map(Day::state).max(State::compareTo);
    }

    private static List<Day> between(TreeMap<LocalDate, Day> days, LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).map(date -> on(days, date)).toList();
    }

    private static Day on(TreeMap<LocalDate, Day> days, LocalDate date) {
        Day day = days.get(date);
        return day == null ? new Day(date, State.CLOSED, null, true) : day;
    }
}
