package fr.terrain.document;

import java.util.List;

/**
 * What a map shows, in metres of EPSG:2154 (east, north): the site hatched, its spaces, its access point, names of places around and, where known,
 * outlines of ground. {@code span} is the width of ground shown, in metres; {@code width} and {@code height} are the drawing's size in points.
 */
public record SituationMap(
        List<Shape> ground,
        List<Shape> site,
        List<Shape> spaces,
        Point access,
        boolean approximate,
        List<Place> places,
        Point centre,
        double span,
        double width,
        double height) {

    /** Metres east and north. */
    public record Point(double x, double y) {}

    /** A polygon: outer ring first, then holes; the name may be empty. */
    public record Shape(String name, List<List<Point>> rings) {}

    /** A name to write near a point. */
    public record Place(String name, Point at) {}
}
