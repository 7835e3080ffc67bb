package fr.terrain.booking;

import fr.terrain.availability.Series;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * The hours that an answer asks for in place of those before, in local time of Europe/Paris; all null for whole openings.
 *
 * @param endTime at or before {@code startTime}, until the next morning
 * @param weekdays the days of the week of a series; none for every day
 * @param except days of the series that are given up
 */
public record Hours(
        LocalTime startTime,
        LocalTime endTime,

        @Size(max = 7, message = "7 jours de la semaine au plus.")
        Set<@NotNull(message = "Un jour de la semaine est vide.") DayOfWeek> weekdays,

        @Size(max = Series.MOST, message = "366 jours retirés au plus.")
        Set<@NotNull(message = "Un jour retiré est vide.") LocalDate> except) {

    /** Those of a series; null says whole openings. */
    static Hours of(Series series) {
        return series == null
                ? new Hours(null, null, null, null)
                : new Hours(series.starts(), series.ends(), series.weekdays(), series.givenUp());
    }

    /** @throws fr.terrain.http.ProblemException 400 that names the field */
    Series series() {
        return Series.of(startTime, endTime, weekdays, except);
    }
}
