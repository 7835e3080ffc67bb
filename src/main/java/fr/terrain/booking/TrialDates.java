package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.site.Space;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The dates that a trial turns on, set-up and tear-down of its spaces counted; days are of Europe/Paris.
 *
 * @param firstSetUpDay the first day on which something may be brought
 * @param lastTearDownDay the last day on which something may still stand
 * @param begins 00:00 of the first day of use
 * @param ends the end of the last slot
 */
public record TrialDates(
        LocalDate firstSetUpDay,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate lastTearDownDay,
        Instant begins,
        Instant ends) {

    static TrialDates of(Booking booking, List<Space> spaces) {
        LocalDate firstDay = booking.firstDay();
        LocalDate lastDay = booking.lastDay();
        int before =
                spaces.stream().mapToInt(space -> space.bufferBeforeDays).max().orElse(0);
        return new TrialDates(
                firstDay.minusDays(before),
                firstDay,
                lastDay,
                lastDay.plusDays(tearDown(spaces)),
                startOf(firstDay),
                booking.slots().stream()
                        .map(slot -> ParisClock.at(slot.ends()).toInstant())
                        .max(Instant::compareTo)
                        .orElseThrow());
    }

    /** How many days of tear-down the slowest space needs. */
    static int tearDown(List<Space> spaces) {
        return spaces.stream().mapToInt(space -> space.bufferAfterDays).max().orElse(0);
    }

    /** 00:00 of a day. */
    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ParisClock.PARIS).toInstant();
    }

    /** The instant after which a day is over. */
    static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** The day of an instant. */
    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ParisClock.PARIS).toLocalDate();
    }
}
