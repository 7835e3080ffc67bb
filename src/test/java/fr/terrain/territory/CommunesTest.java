package fr.terrain.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Outlines of a file of the official form, with invented squares around real label points, and what they change in where a place is. */
@QuarkusTest
class CommunesTest {
    /** Squares that meet at 5.40° E: Aix's label point (5.41925, 43.52761) lies in the second, Éguilles' in the first. */
    private static final String EGUILLES = square("13032", "Éguilles", 5.30, 43.50, 5.40, 43.60);

    private static final String AIX = square("13001", "Aix-en-Provence", 5.40, 43.50, 5.50, 43.60);
    private static final String ELSEWHERE = square("75056", "Paris", 2.2, 48.8, 2.4, 48.9);
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @TempDir
    Path folder;

    @Inject
    TerritoryRepository territory;

    @Inject
    OutlineFixture outlines;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private record Run(int status, String said) {}

    @AfterEach
    void empty() {
        outlines.empty();
    }

    @Test
    void withoutOutlinesTheNearestLabelPointIsTheCommune() {
        Whereabouts aix = where(point(5.42, 43.53));
        assertEquals("13001 NEAREST", aix.insee() + " " + aix.basis());
        assertTrue(aix.isInside());
        assertFalse(where(point(2.35, 48.85)).isInside());
        assertTrue(aix.words().contains("sans les limites"));
    }

    @Test
    void loadsTheCommunesOfTheTerritoryOnceAndOnceOnly() throws IOException {
        Path file = file("communes-2025.geojson", EGUILLES, ELSEWHERE, AIX);
        Run first = run(file.toString());
        assertEquals(1, first.status(), first.said());
        assertTrue(first.said().contains("2 chargés, 0 déjà en place"), first.said());
        assertTrue(first.said().contains("Marseille"), first.said());
        assertTrue(run(file.toString()).said().contains("0 chargés, 2 déjà en place"));
        assertEquals(2, outlines.count());
        Path packed = folder.resolve("communes-2025.geojson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, out);
        }
        assertTrue(run(packed.toString()).said().contains("2 chargés"), "another source");
    }

    @Test
    void withOutlinesTheLargestPartDecidesAndAQuayBelongsToItsShore() throws IOException {
        run(file("communes-2025.geojson", EGUILLES, AIX).toString());
        assertEquals("13032 OVERLAP", said(SHAPES.toGeometry(new Envelope(5.38, 5.41, 43.52, 43.53))));
        assertEquals("13001 OVERLAP", said(SHAPES.toGeometry(new Envelope(5.39, 5.42, 43.52, 43.53))));
        // 0.002° of latitude is 222 m, 0.003° is 333 m
        assertEquals("13001 SHORE", said(point(5.45, 43.498)));
        assertEquals("13001 OVERLAP", said(point(5.45, 43.501)));
        assertEquals("OUTSIDE", where(point(5.45, 43.497)).basis().name());
        assertFalse(where(point(5.45, 43.497)).isInside());
    }

    @Test
    void aFileThatDoesNotFitChangesNothing() throws IOException {
        run(file("communes-2025.geojson", EGUILLES, AIX).toString());
        String moved = square("13001", "Aix-en-Provence", 6.40, 43.50, 6.50, 43.60);
        for (Path bad : List.of(
                file("moved-2026.geojson", square("13032", "Éguilles", 5.31, 43.50, 5.40, 43.60), moved),
                file("other-2026.geojson", ELSEWHERE),
                file("points-2026.geojson", AIX.replace("Polygon", "Point")),
                Files.writeString(
                        folder.resolve("cut-2026.geojson"), text(EGUILLES, AIX).substring(0, 400)),
                Files.writeString(folder.resolve("deep-2026.geojson"), "{\"features\":[" + "[".repeat(100_000)),
                folder.resolve("none-2026.geojson"))) {
            Run run = run(bad.toString());
            assertEquals(2, run.status(), bad + " " + run.said());
        }
        assertEquals(2, run("https://127.0.0.1/2026.geojson").status());
        assertEquals(2, run(folder.resolve("communes.geojson").toString()).status());
        assertEquals("13032 OVERLAP", said(point(5.305, 43.52)));
    }

    private String said(Geometry place) {
        return where(place).insee() + " " + where(place).basis();
    }

    @Transactional
    Whereabouts where(Geometry place) {
        return territory.communeOf(place);
    }

    private Run run(String source) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Map<String, String> variables =
                Map.of("TERRAIN_DB_URL", url, "TERRAIN_DB_USER", user, "TERRAIN_DB_PASSWORD", password);
        int status = CommunesCommand.run(
                List.of("communes", "import", source), variables, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Run(status, said.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String... features) throws IOException {
        return Files.writeString(folder.resolve(name), text(features));
    }

    private static String text(String... features) {
        return "{\"type\":\"FeatureCollection\",\"name\":\"communes\",\"features\":[" + String.join(",", features)
                + "]}";
    }

    private static String square(String code, String name, double west, double south, double east, double north) {
        return """
                {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[%s,%s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]]},
                 "properties":{"code":"%5$s","nom":"%6$s"}}
                """.formatted(west, south, east, north, code, name);
    }

    private static Geometry point(double longitude, double latitude) {
        return SHAPES.createPoint(new Coordinate(longitude, latitude));
    }
}
