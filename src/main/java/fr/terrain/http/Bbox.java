package fr.terrain.http;

import java.util.Arrays;

/** A rectangle of the map, in degrees (EPSG:4326, longitude first); its west is west of its east, also in the code. */
public record Bbox(double west, double south, double east, double north) {
    private static final int SIDES = 4;
    private static final int LONGEST = 200;
    private static final String NUMBER = "[-+]?[0-9]{1,3}(\\.[0-9]{1,20})?([eE]-?[0-9]{1,2})?";

    /**
     * Reads {@code west,south,east,north}.
     *
     * @throws ProblemException 400 naming the field when it is not such a rectangle
     */
    public static Bbox parse(String field, String text) {
        double[] sides = numbers(text);
        if (sides.length != SIDES || !(Math.abs(sides[0]) <= 180 && Math.abs(sides[2]) <= 180))
            throw refused(field, "Donnez quatre nombres en degrés : ouest, sud, est, nord, séparés par des virgules.");
        if (!(Math.abs(sides[1]) <= 90 && Math.abs(sides[3]) <= 90))
            throw refused(field, "Donnez des latitudes entre -90 et 90 degrés.");
        if (sides[0] >= sides[2] || sides[1] >= sides[3])
            throw refused(field, "Donnez l’ouest avant l’est et le sud avant le nord.");
        return new Bbox(sides[0], sides[1], sides[2], sides[3]);
    }

    @Override
    public String toString() {
        return west + "," + south + "," + east + "," + north;
    }

    private static double[] numbers(String text) {
        if (text.length() > LONGEST) return new double[0];
        String[] sides = text.split(",", SIDES + 2);
        boolean readable = Arrays.stream(sides).allMatch(side -> side.matches(NUMBER));
        return readable ? Arrays.stream(sides).mapToDouble(Double::parseDouble).toArray() : new double[0];
    }

    private static ProblemException refused(String field, String detail) {
        return Problem.badInput(field, detail);
    }
}
