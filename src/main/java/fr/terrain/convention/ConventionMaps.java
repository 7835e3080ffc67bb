package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Area;
import fr.terrain.convention.ConventionInputs.Position;
import fr.terrain.document.Lambert93;
import fr.terrain.document.SituationMap;
import fr.terrain.document.SituationMap.Point;
import fr.terrain.document.SituationMap.Shape;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The two maps of a convention, projected here to EPSG:2154: where the site lies among the communes, and its perimeter closer. */
final class ConventionMaps {
    /** Names by which clauses call the maps. */
    static final Set<String> NAMES = Set.of("carte:situation", "carte:emprise");

    private static final double WIDTH = 471, SITUATION_HEIGHT = 190, CLOSE_HEIGHT = 330, AROUND = 3_000, CLOSE = 400;

    private static final double[] SPANS = {14_000, 20_000, 28_000, 40_000};
    private static final int NAMES_AROUND = 3;

    private ConventionMaps() {}

    static Map<String, SituationMap> of(ConventionInputs inputs) {
        ConventionInputs.Site site = inputs.site();
        List<Shape> perimeter = shapes("", site.perimeter());
        List<Shape> spaces = site.spaces().stream()
                .flatMap(s -> shapes(s.name(), s.outline()).stream())
                .toList();
        Point access = site.accessPoint() == null ? null : point(site.accessPoint());
        List<SituationMap.Place> places = site.surroundings().stream()
                .map(l -> new SituationMap.Place(l.name(), point(l.at())))
                .toList();
        double[] box = box(perimeter, spaces, access);
        Point centre = new Point((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
        double reach = Math.max(box[2] - box[0], (box[3] - box[1]) * WIDTH / CLOSE_HEIGHT);
        boolean approximate = site.positionConfidence() == ConventionInputs.Confidence.LOW;
        return Map.of(
                "carte:situation",
                new SituationMap(
                        List.of(),
                        perimeter,
                        List.of(),
                        access,
                        approximate,
                        places,
                        centre,
                        span(places, centre, reach * 3),
                        WIDTH,
                        SITUATION_HEIGHT),
                "carte:emprise",
                new SituationMap(
                        List.of(),
                        perimeter,
                        spaces,
                        access,
                        approximate,
                        places,
                        centre,
                        perimeter.isEmpty() ? AROUND : Math.max(CLOSE, reach * 1.5),
                        WIDTH,
                        perimeter.isEmpty() ? SITUATION_HEIGHT : CLOSE_HEIGHT));
    }

    /** Wide enough to show the site and three names around it, within 40 km. */
    private static double span(List<SituationMap.Place> places, Point centre, double least) {
        double span = Math.max(SPANS[0], least);
        for (double wider : SPANS) {
            span = Math.max(span, wider);
            double half = span / 2 * 0.85, high = half * SITUATION_HEIGHT / WIDTH;
            long seen = places.stream()
                    .filter(p -> Math.abs(p.at().x() - centre.x()) < half && Math.abs(p.at().y() - centre.y()) < high)
                    .count();
            if (seen >= NAMES_AROUND) {
                break;
            }
        }
        return span;
    }

    private static List<Shape> shapes(String name, Area area) {
        return area == null
                ? List.of()
                : area.coordinates().stream()
                        .map(polygon -> shape(name, polygon))
                        .toList();
    }

    private static Shape shape(String name, List<List<Position>> polygon) {
        return new Shape(
                name,
                polygon.stream()
                        .map(ring -> ring.stream().map(ConventionMaps::point).toList())
                        .toList());
    }

    private static Point point(Position position) {
        return Lambert93.project(position.lon(), position.lat());
    }

    /** West, south, east, north of all that is drawn. */
    private static double[] box(List<Shape> perimeter, List<Shape> spaces, Point access) {
        Stream<Point> drawn =
                Stream.concat(perimeter.stream(), spaces.stream()).flatMap(s -> s.rings().getFirst().stream());
        List<Point> all =
                (perimeter.isEmpty() && access != null ? Stream.concat(drawn, Stream.of(access)) : drawn).toList();
        return new double[] {
            all.stream().mapToDouble(Point::x).min().orElseThrow(),
            all.stream().mapToDouble(Point::y).min().orElseThrow(),
            all.stream().mapToDouble(Point::x).max().orElseThrow(),
            all.stream().mapToDouble(Point::y).max().orElseThrow()
        };
    }
}
