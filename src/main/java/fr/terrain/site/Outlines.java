package fr.terrain.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Gathers the polygons of a file point by point, and stops as soon as there are too many of anything. */
class Outlines {
    static final int MOST_POLYGONS = 50;
    static final int MOST_RINGS = 500;
    static final int MOST_VERTICES = 20_000;
    private static final double LARGEST = 1e8;

    private final GeometryFactory factory = new GeometryFactory();
    private final boolean mend;
    private final List<Polygon> polygons = new ArrayList<>();
    private final Set<String> notices = new LinkedHashSet<>();
    private List<LinearRing> rings = new ArrayList<>();
    private List<Coordinate> points = new ArrayList<>();
    private int ringCount;
    private int vertices;

    Outlines(boolean mend) {
        this.mend = mend;
    }

    void addPoint(double x, double y) throws PerimeterFault {
        if (!(Math.abs(x) <= LARGEST && Math.abs(y) <= LARGEST))
            throw new PerimeterFault("Une coordonnée n’est pas un nombre lisible ou sort de toute carte.");
        if (++vertices > MOST_VERTICES)
            throw new PerimeterFault("Ce fichier a plus de 20\u202f000 sommets\u00a0: simplifiez le contour.");
        points.add(new Coordinate(x, y));
    }

    /** The points since the last ring are one; a tolerance, in the unit of the file, closes what was walked around. */
    void endRing(double tolerance) throws PerimeterFault {
        if (++ringCount > MOST_RINGS) throw new PerimeterFault("Ce fichier a plus de 500 contours.");
        close(tolerance);
        if (points.size() < 4)
            throw new PerimeterFault("Un contour a moins de trois sommets\u00a0: il n’entoure aucune surface.");
        rings.add(factory.createLinearRing(points.toArray(Coordinate[]::new)));
        points = new ArrayList<>();
    }

    private void close(double tolerance) throws PerimeterFault {
        if (points.isEmpty() || points.getFirst().equals2D(points.getLast())) return;
        if (points.getFirst().distance(points.getLast()) > tolerance && !mend)
            throw new PerimeterFault(
                    "Un contour n’est pas fermé\u00a0: son dernier point n’est pas le premier. Fermez-le, ou acceptez qu’un trait droit les relie.",
                    true);
        notices.add("Un contour n’était pas fermé\u00a0: un trait droit relie son dernier point au premier.");
        addPoint(points.getFirst().x, points.getFirst().y);
    }

    /** The rings since the last polygon are one, the first outside. */
    void endPolygon() throws PerimeterFault {
        if (rings.isEmpty()) throw new PerimeterFault("Un polygone n’a pas de contour.");
        if (polygons.size() == MOST_POLYGONS) throw new PerimeterFault("Ce fichier a plus de 50 polygones.");
        polygons.add(factory.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
        rings = new ArrayList<>();
    }

    void notice(String words) {
        notices.add(words);
    }

    List<String> notices() {
        return List.copyOf(notices);
    }

    MultiPolygon toMultiPolygon() throws PerimeterFault {
        if (polygons.isEmpty())
            throw new PerimeterFault("Ce fichier ne contient aucune surface\u00a0: il faut au moins un polygone.");
        return factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
