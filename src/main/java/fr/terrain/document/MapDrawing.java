package fr.terrain.document;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openpdf.text.pdf.BaseFont;

/** A map laid out once, in points from its lower left corner, so that the PDF, the page and the word list show the same lines and names. */
final class MapDrawing {
    /** One thing to draw. */
    sealed interface Mark {}

    /** Rings filled by the even-odd rule, and stroked; a null colour leaves that out. */
    record Area(List<double[][]> rings, Color fill, Color stroke, double width, boolean dashed) implements Mark {}

    /** Straight strokes, each x1, y1, x2, y2. */
    record Strokes(List<double[]> lines, Color colour, double width) implements Mark {}

    record Disc(double x, double y, double radius, Color fill, Color stroke, boolean dashed) implements Mark {}

    /** Text whose base line starts at x, y. */
    record Text(String text, double x, double y, double size, boolean strong, boolean italic, Color colour)
            implements Mark {}

    private record Box(double left, double bottom, double right, double top) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && bottom < other.top && other.bottom < top;
        }

        boolean within(double width, double height) {
            return left >= 4 && bottom >= 4 && right <= width - 4 && top <= height - 4;
        }
    }

    private static final double NAME = 8.5, SMALL = 7.5;
    private static final int MOST_NAMES = 14;

    final double width, height;
    final List<Mark> marks = new ArrayList<>();

    private final SituationMap map;
    private final double scale;
    private final List<Box> taken = new ArrayList<>(), named = new ArrayList<>();

    private MapDrawing(SituationMap map) {
        this.map = map;
        this.width = map.width();
        this.height = map.height();
        this.scale = map.width() / map.span();
    }

    static MapDrawing of(SituationMap map) {
        MapDrawing drawing = new MapDrawing(map);
        drawing.ground();
        drawing.site();
        drawing.furniture();
        drawing.names();
        drawing.marks.add(
                new Area(box(0.4, 0.4, drawing.width - 0.4, drawing.height - 0.4), null, Ink.BORDER, 0.8, false));
        return drawing;
    }

    /** The words of the map in the order they are drawn. */
    List<String> texts() {
        return marks.stream()
                .filter(m -> m instanceof Text)
                .map(m -> ((Text) m).text())
                .toList();
    }

    private void ground() {
        marks.add(new Area(box(0, 0, width, height), Ink.LAND, null, 0, false));
        map.ground().forEach(shape -> marks.add(new Area(rings(shape), null, Ink.BORDER, 0.7, true)));
    }

    private void site() {
        for (SituationMap.Shape shape : map.site()) {
            List<double[][]> rings = rings(shape);
            marks.add(new Area(rings, Ink.SITE, null, 0, false));
            marks.add(new Strokes(Hatch.lines(rings, 4.5), Ink.PINE, 0.5));
            marks.add(new Area(rings, null, Ink.PINE, 1.5, map.approximate()));
            taken.add(bounds(rings));
        }
        map.spaces().forEach(shape -> marks.add(new Area(rings(shape), null, Ink.TEXT, 1, true)));
        if (map.access() != null) {
            double x = x(map.access()), y = y(map.access());
            if (map.approximate() && map.site().isEmpty()) {
                marks.add(new Disc(x, y, 16, null, Ink.PINE, true));
            }
            marks.add(new Disc(x, y, 4.5, Ink.PAPER, Ink.ALARM, false));
            marks.add(new Disc(x, y, 2.2, Ink.ALARM, null, false));
            taken.add(new Box(x - 16, y - 16, x + 16, y + 16));
        }
    }

    private void furniture() {
        double step = step(), bar = step * scale, left = 14, bottom = 14;
        String far = step >= 1000
                ? "%d km".formatted((int) (step / 1000)).replace(' ', Typography.NO_BREAK)
                : "%d m".formatted((int) step).replace(' ', Typography.NO_BREAK);
        ground(new Box(left - 8, bottom - 8, left + bar + wide(Fonts.SHARED.regular, far, SMALL) + 6, bottom + 18));
        marks.add(new Area(box(left, bottom, left + bar / 2, bottom + 3), Ink.TEXT, Ink.TEXT, 0.7, false));
        marks.add(new Area(box(left + bar / 2, bottom, left + bar, bottom + 3), null, Ink.TEXT, 0.7, false));
        marks.add(new Text("0", left - 1, bottom + 6, SMALL, false, false, Ink.TEXT));
        marks.add(new Text(far, left + bar - 4, bottom + 6, SMALL, false, false, Ink.TEXT));
        double x = width - 22, y = height - 44;
        ground(new Box(x - 12, y - 6, x + 12, y + 38));
        double[][] half = {{x, y + 20}, {x - 5, y}, {x, y + 4}}, other = {{x, y + 20}, {x + 5, y}, {x, y + 4}};
        marks.add(new Area(List.<double[][]>of(half), Ink.TEXT, Ink.TEXT, 0.7, false));
        marks.add(new Area(List.<double[][]>of(other), null, Ink.TEXT, 0.7, false));
        marks.add(new Text("N", x - wide(Fonts.SHARED.strong, "N", 9) / 2, y + 24, 9, true, false, Ink.TEXT));
    }

    private void ground(Box box) {
        marks.add(new Area(box(box.left, box.bottom, box.right, box.top), Ink.LAND, null, 0, false));
        taken.add(box);
        named.add(box);
    }

    /** A round length (1, 2 or 5 times a power of ten) of at most a fifth of the width. */
    private double step() {
        double target = map.span() / 5, power = 1;
        while (power * 10 <= target) {
            power *= 10;
        }
        return power * 5 <= target ? power * 5 : power * 2 <= target ? power * 2 : power;
    }

    /** Spaces first, then the nearest places; a name that fits nowhere without touching another is left out. */
    private void names() {
        for (SituationMap.Shape space : map.spaces()) {
            Box bounds = bounds(rings(space));
            if (!space.name().isBlank()) {
                name(
                        space.name(),
                        (bounds.left + bounds.right) / 2,
                        bounds.bottom - 6,
                        bounds.top - bounds.bottom + 12,
                        true);
            }
        }
        map.places().stream()
                .filter(p -> new Box(x(p.at()), y(p.at()), x(p.at()), y(p.at())).within(width, height))
                .sorted(Comparator.comparingDouble((SituationMap.Place p) -> Math.hypot(
                                p.at().x() - map.centre().x(),
                                p.at().y() - map.centre().y()))
                        .thenComparing(SituationMap.Place::name))
                .limit(MOST_NAMES)
                .forEach(p -> name(p.name(), x(p.at()), y(p.at()), 10, false));
    }

    private void name(String name, double x, double y, double apart, boolean strong) {
        BaseFont face = strong ? Fonts.SHARED.strong : Fonts.SHARED.italic;
        double wide = wide(face, name, NAME);
        for (double[] shift :
                new double[][] {{0, 0}, {0, apart}, {0, -apart}, {0, 2 * apart}, {wide / 2 + 8, 0}, {-wide / 2 - 8, 0}
                }) {
            double left = x + shift[0] - wide / 2, base = y + shift[1] - 3;
            Box box = new Box(left - 2, base - 3, left + wide + 2, base + 8);
            List<Box> others = strong ? named : taken;
            if (box.within(width, height) && others.stream().noneMatch(box::meets)) {
                taken.add(box);
                named.add(box);
                if (strong) {
                    marks.add(new Area(box(box.left, box.bottom, box.right, box.top), Ink.PAPER, null, 0, false));
                }
                marks.add(new Text(name, left, base, NAME, strong, !strong, strong ? Ink.TEXT : Ink.PLACE));
                return;
            }
        }
    }

    private static double wide(BaseFont face, String text, double size) {
        return Fonts.width(face, text, (float) size);
    }

    private double x(SituationMap.Point point) {
        return width / 2 + (point.x() - map.centre().x()) * scale;
    }

    private double y(SituationMap.Point point) {
        return height / 2 + (point.y() - map.centre().y()) * scale;
    }

    private List<double[][]> rings(SituationMap.Shape shape) {
        return shape.rings().stream()
                .map(ring -> ring.stream().map(p -> new double[] {x(p), y(p)}).toArray(double[][]::new))
                .toList();
    }

    private static Box bounds(List<double[][]> rings) {
        double left = Double.MAX_VALUE, bottom = Double.MAX_VALUE, right = -Double.MAX_VALUE, top = -Double.MAX_VALUE;
        for (double[] p : rings.getFirst()) {
            left = Math.min(left, p[0]);
            right = Math.max(right, p[0]);
            bottom = Math.min(bottom, p[1]);
            top = Math.max(top, p[1]);
        }
        return new Box(left, bottom, right, top);
    }

    private static List<double[][]> box(double left, double bottom, double right, double top) {
        return List.<double[][]>of(new double[][] {{left, bottom}, {right, bottom}, {right, top}, {left, top}});
    }
}
