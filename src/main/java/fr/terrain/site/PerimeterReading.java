package fr.terrain.site;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * What a file handed in as a perimeter holds: either a valid perimeter (EPSG:4326, longitude first) with its area in Lambert-93 (square
 * metres), or the faults that keep it from being one, in French. Notices say what was left out or mended.
 */
public record PerimeterReading(
        MultiPolygon perimeter, BigDecimal areaM2, List<String> faults, boolean mendable, List<String> notices) {
    static PerimeterReading of(MultiPolygon perimeter, BigDecimal areaM2, List<String> notices) {
        return new PerimeterReading(perimeter, areaM2, List.of(), false, List.copyOf(notices));
    }

    static PerimeterReading refused(PerimeterFault fault) {
        return new PerimeterReading(null, null, List.of(fault.getMessage()), fault.isMendable(), List.of());
    }

    /** Whether there is a perimeter to keep. */
    public boolean isGood() {
        return perimeter != null;
    }
}
