package fr.terrain.site;

import fr.terrain.http.Faults;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** A drawn area as GeoJSON writes it: type MultiPolygon, longitude then latitude in degrees (EPSG:4326). */
public record Outline(
        @Pattern(regexp = "MultiPolygon", message = "Donnez un contour de type MultiPolygon.")
        String type,

        @Size(max = 50, message = "50 polygones au plus.") List<List<List<List<Double>>>> coordinates) {
    private static final int MOST_VERTICES = 10_000;
    private static final GeometryFactory EARTH = new GeometryFactory(new PrecisionModel(), 4326);

    /** Notes what keeps it from being drawn. */
    void check(String field, Faults faults) {
        if (!"MultiPolygon".equals(type) || coordinates == null || coordinates.isEmpty()) {
            faults.add(field, "Donnez un contour GeoJSON de type MultiPolygon, en degrés.");
            return;
        }
        if (vertices() > MOST_VERTICES) {
            faults.add(field, "Simplifiez le contour : 10 000 sommets au plus.");
            return;
        }
        try {
            TopologyValidationError error = new IsValidOp(geometry()).getValidationError();
            if (error != null)
                faults.add(
                        field,
                        "Le contour se croise ou se touche près de la longitude %.5f, latitude %.5f : redessinez‑le."
                                .formatted(error.getCoordinate().x, error.getCoordinate().y));
        } catch (IllegalArgumentException e) {
            faults.add(field, "Le contour n’est pas fermé ou a trop peu de sommets.");
        }
    }

    /** The same as a geometry.
     * @throws IllegalArgumentException when a ring is open, too short or not in degrees */
    MultiPolygon geometry() {
        return EARTH.createMultiPolygon(
                coordinates.stream().map(Outline::polygon).toArray(Polygon[]::new));
    }

    private long vertices() {
        return coordinates.stream()
                .filter(rings -> rings != null)
                .flatMap(List::stream)
                .filter(ring -> ring != null)
                .mapToLong(List::size)
                .sum();
    }

    private static Polygon polygon(List<List<List<Double>>> rings) {
        if (rings == null || rings.isEmpty()) throw new IllegalArgumentException("no ring");
        LinearRing[] read = rings.stream().map(Outline::ring).toArray(LinearRing[]::new);
        return EARTH.createPolygon(read[0], java.util.Arrays.copyOfRange(read, 1, read.length));
    }

    private static LinearRing ring(List<List<Double>> points) {
        if (points == null) throw new IllegalArgumentException("no ring");
        return EARTH.createLinearRing(points.stream().map(Outline::point).toArray(Coordinate[]::new));
    }

    private static Coordinate point(List<Double> numbers) {
        if (numbers == null || numbers.size() != 2 || numbers.stream().anyMatch(Objects::isNull))
            throw new IllegalArgumentException("a point has two numbers");
        double x = numbers.get(0);
        double y = numbers.get(1);
        if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) throw new IllegalArgumentException("not in degrees");
        return new Coordinate(x, y);
    }
}
