package fr.terrain.site;

import fr.terrain.http.French;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Makes a valid perimeter of a file that comes from outside, or says what is wrong with it; mends only with consent. */
@ApplicationScoped
public class PerimeterReader {
    private static final int MOST_CROSSINGS = 200;

    /** Metropolitan France in each system that is received. */
    private static final Map<Integer, Envelope> FRANCE = Map.of(
            PerimeterFile.WGS84,
            new Envelope(-6, 11, 40, 52),
            2154,
            new Envelope(0, 1_400_000, 6_000_000, 7_300_000),
            3857,
            new Envelope(-700_000, 1_300_000, 4_800_000, 6_900_000),
            3944,
            new Envelope(1_000_000, 2_400_000, 2_800_000, 3_600_000));

    private static final BigDecimal SMALLEST_M2 = BigDecimal.ONE;
    private static final BigDecimal LARGEST_M2 = new BigDecimal("4000000000");

    @Inject
    PerimeterRepository perimeters;

    /**
     * Reads a GeoJSON, GPX 1.1 or KML 2.2 file of at most 2 MB.
     *
     * @param name what the sender calls it, or null
     * @param srid the system of coordinates its sender declares (4326, 2154, 3857, 3944), or null for what the file states, else degrees
     * @param mend consent to close open outlines, to put longitude first and to mend outlines that cross themselves
     */
    @Transactional
    public PerimeterReading read(byte[] bytes, String name, Integer srid, boolean mend) {
        try {
            PerimeterFile file = PerimeterFile.read(bytes, name, srid, mend);
            List<String> notices = new ArrayList<>(file.notices());
            Geometry degrees = degrees(file, mend, notices);
            MultiPolygon valid = valid(degrees, mend, notices);
            return PerimeterReading.of(valid, plausible(perimeters.area(valid)), notices);
        } catch (PerimeterFault fault) {
            return PerimeterReading.refused(fault);
        }
    }

    private Geometry degrees(PerimeterFile file, boolean mend, List<String> notices) throws PerimeterFault {
        Geometry shape = file.srid() == PerimeterFile.WGS84 ? inOrder(file.shape(), mend, notices) : file.shape();
        Envelope around = shape.getEnvelopeInternal();
        // Far outside its zone a projection has no answer at all.
        if (!FRANCE.get(file.srid()).contains(around))
            throw new PerimeterFault(
                    "Ce périmètre n’est pas en France métropolitaine\u00a0: vérifiez le système de coordonnées du fichier"
                            + hint(around) + ".");
        return file.srid() == PerimeterFile.WGS84 ? shape : perimeters.inDegrees(shape, file.srid());
    }

    /** Longitude first, as all these formats want it; the other way round is noticed, since it lies in the sea off Somalia. */
    private static Geometry inOrder(Geometry shape, boolean mend, List<String> notices) throws PerimeterFault {
        Envelope around = shape.getEnvelopeInternal();
        Envelope turned = new Envelope(around.getMinY(), around.getMaxY(), around.getMinX(), around.getMaxX());
        Envelope france = FRANCE.get(PerimeterFile.WGS84);
        if (france.contains(around) || !france.contains(turned)) return shape;
        if (!mend)
            throw new PerimeterFault(
                    "Les coordonnées sont inversées\u00a0: la latitude vient avant la longitude. Échangez-les, ou acceptez que nous le fassions.",
                    true);
        notices.add("Les coordonnées étaient inversées\u00a0: la longitude a été remise avant la latitude.");
        shape.apply((Coordinate point) -> point.setCoordinate(new Coordinate(point.y, point.x)));
        shape.geometryChanged();
        return shape;
    }

    private static String hint(Envelope around) {
        return FRANCE.entrySet().stream()
                .filter(system -> system.getKey() != PerimeterFile.WGS84)
                .filter(system -> system.getValue().contains(around))
                .map(system -> " (peut-être EPSG:" + system.getKey() + ")")
                .sorted()
                .findFirst()
                .orElse("");
    }

    private MultiPolygon valid(Geometry shape, boolean mend, List<String> notices) throws PerimeterFault {
        if (Crossings.exceed(MOST_CROSSINGS, shape))
            throw new PerimeterFault("Le contour se recoupe à plus de 200 endroits\u00a0: redessinez-le.");
        IsValidOp check = new IsValidOp(shape);
        if (check.isValid()) return polygons(shape);
        Coordinate where = check.getValidationError().getCoordinate();
        if (!mend)
            throw new PerimeterFault(
                    "Le contour se recoupe ou se superpose à lui-même" + near(where)
                            + ". Corrigez-le, ou acceptez qu’il soit réparé.",
                    true);
        BigDecimal before = perimeters.area(shape);
        MultiPolygon fixed = polygons(GeometryFixer.fix(shape));
        if (!new IsValidOp(fixed).isValid())
            throw new PerimeterFault("Le contour n’a pas pu être réparé\u00a0: redessinez-le.");
        notices.add("Le contour se recoupait" + near(where) + "\u00a0: il a été réparé. Surface avant\u00a0: "
                + squareMetres(before) + ", après\u00a0: " + squareMetres(perimeters.area(fixed)) + ".");
        return fixed;
    }

    private static MultiPolygon polygons(Geometry shape) throws PerimeterFault {
        Polygon[] parts = ((List<?>) PolygonExtracter.getPolygons(shape))
                .stream()
                        .map(Polygon.class::cast)
                        .filter(part -> !part.isEmpty())
                        .toArray(Polygon[]::new);
        if (parts.length == 0) throw new PerimeterFault("Ce contour n’entoure aucune surface.");
        if (Arrays.stream(parts).mapToInt(Polygon::getNumPoints).sum() > Outlines.MOST_VERTICES)
            throw new PerimeterFault("Une fois réparé, ce contour a trop de sommets\u00a0: redessinez-le.");
        MultiPolygon perimeter = shape.getFactory().createMultiPolygon(parts);
        perimeter.setSRID(PerimeterFile.WGS84);
        return perimeter;
    }

    private static BigDecimal plausible(BigDecimal area) throws PerimeterFault {
        if (area.compareTo(SMALLEST_M2) < 0) throw new PerimeterFault("Ce périmètre fait moins d’un mètre carré.");
        if (area.compareTo(LARGEST_M2) > 0) throw new PerimeterFault("Ce périmètre est plus grand que la Métropole.");
        return area;
    }

    private static String near(Coordinate where) {
        return where == null ? "" : String.format(Locale.FRENCH, ", près de %.5f° N, %.5f° E", where.y, where.x);
    }

    private static String squareMetres(BigDecimal area) {
        return French.quantity(area.setScale(0, RoundingMode.HALF_UP)) + "\u00a0m²";
    }
}
