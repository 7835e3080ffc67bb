package fr.terrain.document;

import fr.terrain.document.SituationMap.Place;
import fr.terrain.document.SituationMap.Point;
import fr.terrain.document.SituationMap.Shape;
import java.util.List;
import java.util.stream.Stream;

/** What is to be shown of a site, in metres of EPSG:2154, and the two maps that frame it: among the communes, and close. There is a perimeter, a space or an access point. */
public record MapFrame(
        List<Shape> perimeter, List<Shape> spaces, Point access, boolean approximate, List<Place> places) {
    private static final double WIDTH = 471, SITUATION_HEIGHT = 190, CLOSE_HEIGHT = 330, AROUND = 3_000, CLOSE = 400;
    private static final double[] SPANS = {14_000, 20_000, 28_000, 40_000};
    private static final int NAMES_AROUND = 3;

    /** Where the site lies: wide enough to show it and three names around, within 40 km. */
    public SituationMap situation() {
        Point centre = centre();
        double span = span(centre, reach() * 3);
        return new SituationMap(
                List.of(), perimeter, List.of(), access, approximate, places, centre, span, WIDTH, SITUATION_HEIGHT);
    }

    /** The perimeter and its spaces, as near as they allow. */
    public SituationMap closeUp() {
        boolean outlined = !perimeter.isEmpty();
        double span = outlined ? Math.max(CLOSE, reach() * 1.5) : AROUND;
        double height = outlined ? CLOSE_HEIGHT : SITUATION_HEIGHT;
        return new SituationMap(
                List.of(), perimeter, spaces, access, approximate, places, centre(), span, WIDTH, height);
    }

    private double span(Point centre, double least) {
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

    private Point centre() {
        double[] box = box();
        return new Point((box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
    }

    private double reach() {
        double[] box = box();
        return Math.max(box[2] - box[0], (box[3] - box[1]) * WIDTH / CLOSE_HEIGHT);
    }

    /** West, south, east, north of all that is drawn. */
    private double[] box() {
        Stream<Point> drawn =
                Stream.concat(perimeter.stream(), spaces.stream()).flatMap(shape -> shape.rings().getFirst().stream());
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
