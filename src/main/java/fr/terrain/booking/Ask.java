package fr.terrain.booking;

import fr.terrain.availability.Series;
import fr.terrain.fee.UseClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a request asks for.
 *
 * @param spaces identifiers of spaces of the site; ignored for the whole site
 * @param firstDay first day of use, local date in Europe/Paris
 * @param lastDay last day of use, included
 * @param series the hours of each of those days, or of some weekdays; null for whole openings
 * @param areaM2 the area occupied, in square metres; null takes the area of the spaces
 */
public record Ask(
        boolean wholeSite,
        List<Long> spaces,
        LocalDate firstDay,
        LocalDate lastDay,
        Series series,
        BigDecimal areaM2,
        UseClass useClass,
        String needs) {

    /** The same with these hours. */
    Ask with(Series hours) {
        return new Ask(wholeSite, spaces, firstDay, lastDay, hours, areaM2, useClass, needs);
    }
}
