package fr.terrain.portal;

import fr.terrain.http.Bbox;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Where the access point lies; every part that is given must hold. Coordinates are degrees (EPSG:4326), longitude first.
 *
 * @param bbox null for everywhere
 * @param polygon WKT of a polygon, or null
 * @param near a point and how far from it, or null
 * @param commune INSEE code, or null
 */
public record Area(Bbox bbox, String polygon, Near near, String commune) {
    public static final Area EVERYWHERE = new Area(null, null, null, null);
    static final int FARTHEST = 100_000;
    static final int USUAL_METRES = 10_000;

    private static final int MOST_VERTICES = 100;
    private static final int FEWEST_VERTICES = 4;
    private static final int LONGEST = 6000;
    private static final double METRES_A_DEGREE = 110_000;
    private static final String NUMBER = "-?[0-9]{1,3}(\\.[0-9]{1,15})?";

    /** A circle around a point, its radius in metres. */
    public record Near(double longitude, double latitude, int metres) {
        /**
         * Reads {@code 5.37,43.30}.
         *
         * @throws ProblemException 400 naming the field
         */
        static Near parse(String field, String text, int metres) {
            String[] ends = text.split(",", -1);
            if (text.length() > 60 || ends.length != 2 || !Arrays.stream(ends).allMatch(end -> end.matches(NUMBER)))
                throw Problem.badInput(field, "Donnez une longitude et une latitude en degrés, comme 5.37,43.30.");
            Near near = new Near(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]), metres);
            if (Math.abs(near.longitude) > 180 || Math.abs(near.latitude) > 85)
                throw Problem.badInput(
                        field, "Donnez une longitude entre -180 et 180 et une latitude entre -85 et 85 degrés.");
            return near;
        }

        /** A rectangle that holds the circle. */
        Bbox around() {
            double up = metres / METRES_A_DEGREE;
            double aside = up / Math.cos(Math.toRadians(Math.min(85, Math.abs(latitude))));
            return new Bbox(longitude - aside, latitude - up, longitude + aside, latitude + up);
        }

        @Override
        public String toString() {
            return longitude + "," + latitude;
        }
    }

    public static Area of(Bbox bbox) {
        return new Area(bbox, null, null, null);
    }

    /**
     * Reads {@code 5.2 43.2,5.4 43.2,5.3 43.4,5.2 43.2}: the closed line around a polygon.
     *
     * @throws ProblemException 400 naming the field when it is not closed, crosses itself or has more than 100 points
     */
    static String polygon(String field, String text) {
        List<String> points = Arrays.stream(
                        text.length() > LONGEST ? new String[0] : text.split(",", MOST_VERTICES + 2))
                .map(String::strip)
                .toList();
        if (points.size() < FEWEST_VERTICES || points.size() > MOST_VERTICES)
            throw Problem.badInput(
                    field,
                    "Donnez de %d à %d points séparés par des virgules.".formatted(FEWEST_VERTICES, MOST_VERTICES));
        for (String point : points)
            if (!point.matches(NUMBER + " " + NUMBER))
                throw Problem.badInput(field, "Écrivez chaque point « longitude latitude », comme 5.37 43.30.");
        if (!points.getFirst().equals(points.getLast()))
            throw Problem.badInput(field, "Terminez la zone par son premier point.");
        return valid(field, "POLYGON((" + String.join(",", points) + "))");
    }

    private static String valid(String field, String wkt) {
        try {
            if (new WKTReader().read(wkt).isValid()) return wkt;
        } catch (ParseException | IllegalArgumentException e) {
            throw Problem.badInput(field, "Cette zone n’est pas un polygone.");
        }
        throw Problem.badInput(field, "Dessinez une zone dont le contour ne se croise pas.");
    }

    Area withoutCommune() {
        return new Area(bbox, polygon, near, null);
    }
}
