package fr.terrain.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** What PostGIS works out of a perimeter: the same in degrees, and its area in Lambert-93. */
@ApplicationScoped
class PerimeterRepository {
    private static final String IN_DEGREES = """
            select st_asbinary(st_transform(st_setsrid(st_geomfromwkb(:shape), :srid), 4326))
            """;
    private static final String AREA = """
            select cast(st_area(st_transform(st_setsrid(st_geomfromwkb(:shape), 4326), 2154)) as numeric)
            """;

    @Inject
    EntityManager database;

    /** The shape in EPSG:4326, from one of the systems that PerimeterFile knows. */
    Geometry inDegrees(Geometry shape, int srid) {
        byte[] degrees = (byte[]) database.createNativeQuery(IN_DEGREES)
                .setParameter("shape", new WKBWriter().write(shape))
                .setParameter("srid", srid)
                .getSingleResult();
        try {
            return new WKBReader(new GeometryFactory(new PrecisionModel(), PerimeterFile.WGS84)).read(degrees);
        } catch (ParseException e) {
            throw new IllegalStateException("PostGIS writes WKB", e);
        }
    }

    /** The area in square metres, to the hundredth. */
    BigDecimal area(Geometry degrees) {
        BigDecimal area = (BigDecimal) database.createNativeQuery(AREA)
                .setParameter("shape", new WKBWriter().write(degrees))
                .getSingleResult();
        return area.setScale(2, RoundingMode.HALF_UP);
    }
}
