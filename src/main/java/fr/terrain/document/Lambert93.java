package fr.terrain.document;

/** Longitude and latitude (degrees, EPSG:4326) to Lambert-93 metres (EPSG:2154): conic projection on GRS 80, to a millimetre within metropolitan France. */
public final class Lambert93 {
    private static final double N = 0.7256077650532670, C = 11754255.4260960, X0 = 700000, Y0 = 12655612.0498760;
    private static final double ECCENTRICITY = 0.08181919104281579, MERIDIAN = StrictMath.toRadians(3);

    private Lambert93() {}

    public static SituationMap.Point project(double longitude, double latitude) {
        double phi = StrictMath.toRadians(latitude), sine = ECCENTRICITY * StrictMath.sin(phi);
        double isometric = StrictMath.log(
                StrictMath.tan(Math.PI / 4 + phi / 2) * StrictMath.pow((1 - sine) / (1 + sine), ECCENTRICITY / 2));
        double radius = C * StrictMath.exp(-N * isometric), angle = N * (StrictMath.toRadians(longitude) - MERIDIAN);
        return new SituationMap.Point(X0 + radius * StrictMath.sin(angle), Y0 - radius * StrictMath.cos(angle));
    }
}
