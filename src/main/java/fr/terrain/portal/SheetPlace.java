package fr.terrain.portal;

import fr.terrain.document.Lambert93;
import fr.terrain.document.MapFrame;
import fr.terrain.document.PrintedText;
import fr.terrain.document.SituationMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Where a published site lies, EPSG:4326, and the communes around it, for the maps of its paper. */
record SheetPlace(Geometry perimeter, List<Outline> spaces, Geometry access, boolean approximate, List<Near> near) {
    /** A space with its footprint. */
    record Outline(String name, Geometry footprint) {}

    /** A commune's name at its label point, degrees. */
    record Near(String name, double longitude, double latitude) {}

    boolean outlined() {
        return perimeter != null || !spaces.isEmpty();
    }

    MapFrame frame() {
        return new MapFrame(
                shapes("", perimeter).toList(),
                spaces.stream()
                        .flatMap(space -> shapes(space.name(), space.footprint()))
                        .toList(),
                Lambert93.project(access.getCoordinate().x, access.getCoordinate().y),
                approximate,
                near.stream()
                        .map(n -> new SituationMap.Place(n.name(), Lambert93.project(n.longitude(), n.latitude())))
                        .toList());
    }

    private static Stream<SituationMap.Shape> shapes(String name, Geometry area) {
        return area == null
                ? Stream.empty()
                : IntStream.range(0, area.getNumGeometries())
                        .mapToObj(n -> new SituationMap.Shape(
                                PrintedText.printable(name), rings((Polygon) area.getGeometryN(n))));
    }

    private static List<List<SituationMap.Point>> rings(Polygon polygon) {
        List<List<SituationMap.Point>> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int n = 0; n < polygon.getNumInteriorRing(); n++) rings.add(ring(polygon.getInteriorRingN(n)));
        return rings;
    }

    private static List<SituationMap.Point> ring(LineString ring) {
        return Stream.of(ring.getCoordinates())
                .map(at -> Lambert93.project(at.x, at.y))
                .toList();
    }
}
