package fr.terrain.booking;

import fr.terrain.availability.Series;
import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The days, and hours if any, that a request asked for, in local time of Europe/Paris: its slots are laid out from them, now and at each reading again. */
@Embeddable
public record Asked(
        LocalDate firstDay,
        LocalDate lastDay,
        LocalTime startTime,
        LocalTime endTime,
        Integer[] weekdays,
        LocalDate[] givenUp) {

    static Asked of(Ask ask) {
        Series series = ask.series();
        if (series == null) return new Asked(ask.firstDay(), ask.lastDay(), null, null, null, null);
        return new Asked(
                ask.firstDay(),
                ask.lastDay(),
                series.starts(),
                series.ends(),
                series.weekdays().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new),
                series.givenUp().stream().sorted().toArray(LocalDate[]::new));
    }

    /** What a request that is placed asked for; of one from before it was kept, the days of its slots. */
    static Asked of(Booking booking) {
        Asked kept = booking.asked;
        return kept == null || kept.firstDay == null
                ? new Asked(booking.firstDay(), booking.lastDay(), null, null, null, null)
                : kept;
    }

    /** The hours, or null when whole openings are asked for. */
    public Series series() {
        if (startTime == null) return null;
        return new Series(
                startTime,
                endTime,
                Arrays.stream(weekdays).map(DayOfWeek::of).collect(Collectors.toSet()),
                Arrays.stream(givenUp).collect(Collectors.toSet()));
    }
}
