package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.document.SituationMap.Place;
import fr.terrain.document.SituationMap.Point;
import fr.terrain.document.SituationMap.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MapDrawingTest {
    private static final List<Point> SQUARE =
            List.of(new Point(-100, -100), new Point(100, -100), new Point(100, 100), new Point(-100, 100));
    private static final List<Point> HOLE =
            List.of(new Point(-50, -50), new Point(50, -50), new Point(50, 50), new Point(-50, 50));

    @Test
    void writesNoNameOverAnother() {
        List<Place> crowd = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            crowd.add(new Place("Lieu numéro " + i, new Point((i % 7) * 140 - 420, (i / 7) * 70 - 200)));
        }
        List<MapDrawing.Text> texts = MapDrawing.of(map(crowd)).marks.stream()
                .filter(m -> m instanceof MapDrawing.Text)
                .map(m -> (MapDrawing.Text) m)
                .toList();
        assertTrue(texts.size() > 6, "names drawn: " + texts.size());
        for (MapDrawing.Text a : texts) {
            for (MapDrawing.Text b : texts) {
                assertFalse(a != b && meet(a, b), a + " meets " + b);
            }
        }
    }

    @Test
    void leavesOutANameThatDoesNotFitTheFrame() {
        List<Place> places = List.of(
                new Place("Tout au bord de la carte", new Point(-495, 200)), new Place("Dedans", new Point(-250, 200)));
        assertEquals(
                List.of("0", "200\u00A0m", "N", "Dedans"),
                MapDrawing.of(map(places)).texts());
    }

    @Test
    void hatchesTheSiteButNotItsHole() {
        List<double[][]> rings = List.of(ring(SQUARE), ring(HOLE));
        for (double[] line : Hatch.lines(rings, 7)) {
            double x = (line[0] + line[2]) / 2, y = (line[1] + line[3]) / 2;
            assertTrue(Math.abs(x) <= 100.01 && Math.abs(y) <= 100.01, x + ", " + y);
            assertTrue(Math.abs(x) >= 49.99 || Math.abs(y) >= 49.99, "in the hole: " + x + ", " + y);
        }
        assertTrue(Hatch.lines(rings, 7).size() > 20, "hatched");
    }

    @Test
    void drawsTheSameMapAsSvgWithoutStyle() {
        String svg = MapSvg.write(
                MapDrawing.of(map(List.of(new Place("A & <b>", new Point(-250, 200))))), "Carte \"du\" site");
        assertTrue(
                svg.startsWith(
                        "<svg viewBox=\"-1.00 -1.00 502.00 502.00\" role=\"img\" aria-label=\"Carte &quot;du&quot; site\""),
                svg);
        assertTrue(svg.contains(">A &amp; &lt;b&gt;</text>"), svg);
        assertFalse(svg.contains(" style="), svg);
    }

    @Test
    void theFrameOfTheSvgKeepsClearOfItsEdge() {
        String svg = MapSvg.write(MapDrawing.of(map(List.of())), "Carte");
        double[] view = numbers(svg, "viewBox=\"([^\"]+)\"");
        String frame = svg.substring(svg.lastIndexOf("<path"));
        double half = numbers(frame, "stroke-width=\"([^\"]+)\"")[0] / 2;
        double[] points = numbers(frame, " d=\"M([^\"]+)Z\"");
        for (int i = 0; i < points.length; i++) {
            double from = view[i % 2];
            double to = from + view[2 + i % 2];
            double room = Math.min(points[i] - half - from, to - points[i] - half);
            assertTrue(room >= 0.5, "room at " + points[i] + ": " + room);
        }
        assertEquals(8, points.length);
    }

    private static double[] numbers(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), text);
        return Arrays.stream(found.group(1).split("[ L]"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static boolean meet(MapDrawing.Text a, MapDrawing.Text b) {
        return a.x() < b.x() + wide(b)
                && b.x() < a.x() + wide(a)
                && a.y() < b.y() + b.size() * 0.7
                && b.y() < a.y() + a.size() * 0.7;
    }

    private static double wide(MapDrawing.Text text) {
        return Fonts.width(Fonts.SHARED.face(text.strong(), text.italic()), text.text(), (float) text.size());
    }

    private static double[][] ring(List<Point> points) {
        return points.stream().map(p -> new double[] {p.x(), p.y()}).toArray(double[][]::new);
    }

    private static SituationMap map(List<Place> places) {
        return new SituationMap(
                List.of(),
                List.of(new Shape("", List.of(SQUARE, HOLE))),
                List.of(),
                new Point(0, 0),
                false,
                places,
                new Point(0, 0),
                1000,
                500,
                500);
    }
}
