package fr.terrain.booking;

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
 * @param areaM2 the area occupied, in square metres; null takes the area of the spaces
 */
public record Ask(
        boolean wholeSite,
        List<Long> spaces,
        LocalDate firstDay,
        LocalDate lastDay,
        BigDecimal areaM2,
        UseClass useClass,
        String needs) {}
