package fr.terrain.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.FrenchTypography;
import fr.terrain.document.Lambert93;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What becomes of a file handed in as a perimeter: read, projected, measured; mended with consent only; refused in words whatever it is. */
@QuarkusTest
class PerimeterReaderTest {
    private static final String SQUARE = "[[5.36,43.29],[5.37,43.29],[5.37,43.30],[5.36,43.30],[5.36,43.29]]";
    private static final String BOW_TIE = "[[5.36,43.29],[5.37,43.30],[5.37,43.29],[5.36,43.30],[5.36,43.29]]";

    @Inject
    PerimeterReader reader;

    @Test
    void readsAPolygonAndMeasuresItInLambert93() {
        PerimeterReading reading = read(polygon(SQUARE));
        assertEquals(List.of(), reading.faults());
        assertEquals(4326, reading.perimeter().getSRID());
        assertEquals(5, reading.perimeter().getNumPoints());
        // 0.01° of longitude at 43.295° N is 811.6 m, 0.01° of latitude 1110.9 m on GRS 80; Lambert-93 is within a
        // thousandth here
        assertEquals(901_600, reading.areaM2().doubleValue(), 1500);
    }

    @Test
    void readsCollectionsWithHolesAndAltitudesAndSaysWhatItLeftOut() {
        PerimeterReading reading = read("""
                {"type":"FeatureCollection","features":[
                  {"type":"Feature","properties":{"nom":"quai"},"geometry":{"type":"Polygon","coordinates":[%s,
                    [[5.362,43.292,3],[5.364,43.292,3],[5.364,43.294,3],[5.362,43.292,3]]]}},
                  {"type":"Feature","properties":null,"geometry":null},
                  {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[
                    {"type":"MultiPolygon","coordinates":[[[[5.4,43.3],[5.41,43.3],[5.41,43.31],[5.4,43.3]]]]},
                    {"type":"Point","coordinates":[5.4,43.3]}]}}]}
                """.formatted(SQUARE));
        assertEquals(2, reading.perimeter().getNumGeometries());
        assertEquals(13, reading.perimeter().getNumPoints());
        assertEquals(1, reading.notices().size());
    }

    @Test
    void projectsFromTheSystemThatTheFileOrItsSenderStates() {
        String lambert = "[[893000,6247000],[893100,6247000],[893100,6247100],[893000,6247100],[893000,6247000]]";
        String stated = """
                {"type":"Polygon","coordinates":[%s],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}}}
                """.formatted(lambert);
        assertEquals(10_000, read(stated).areaM2().doubleValue(), 0.1);
        assertEquals(
                10_000,
                reader.read(utf8(polygon(lambert)), "a.json", 2154, false)
                        .areaM2()
                        .doubleValue(),
                0.1);
        var corner = read(stated).perimeter().getCoordinate();
        assertEquals(893_000, Lambert93.project(corner.x, corner.y).x(), 0.01);
        assertEquals(6_247_000, Lambert93.project(corner.x, corner.y).y(), 0.01);
        assertFault("peut-être EPSG:2154", polygon(lambert));
        assertTrue(
                reader.read(utf8(stated), null, 3857, false).faults().getFirst().contains("l’un des deux"));
        assertFault("27572", stated.replace("2154", "27572"));
        String cc44 = "[[1890000,3130000],[1890100,3130000],[1890100,3130100],[1890000,3130000]]";
        assertEquals(
                5000,
                reader.read(utf8(polygon(cc44)), null, 3944, false).areaM2().doubleValue(),
                15);
        String mercator = "[[596000,5357000],[596100,5357000],[596100,5357100],[596000,5357000]]";
        assertEquals(
                2650,
                reader.read(utf8(polygon(mercator)), null, 3857, false).areaM2().doubleValue(),
                40);
    }

    @Test
    void noticesLatitudeBeforeLongitudeAndTurnsItWithConsentOnly() {
        String turned = polygon("[[43.29,5.36],[43.29,5.37],[43.30,5.37],[43.29,5.36]]");
        PerimeterReading refused = read(turned);
        assertTrue(refused.mendable());
        assertTrue(refused.faults().getFirst().contains("inversées"));
        PerimeterReading mended = reader.read(utf8(turned), null, null, true);
        assertEquals(5.36, mended.perimeter().getCoordinate().x, 0.0001);
        assertTrue(mended.notices().getFirst().contains("inversées"));
    }

    @Test
    void saysWhereAnOutlineCrossesItselfAndMendsItWithConsentOnly() {
        PerimeterReading refused = read(polygon(BOW_TIE));
        assertNull(refused.perimeter());
        assertTrue(refused.mendable());
        assertTrue(refused.faults().getFirst().contains("43,29500° N, 5,36500° E"), refused.faults()::toString);
        PerimeterReading mended = reader.read(utf8(polygon(BOW_TIE)), null, null, true);
        assertTrue(mended.perimeter().isValid());
        assertEquals(2, mended.perimeter().getNumGeometries());
        assertEquals(450_800, mended.areaM2().doubleValue(), 1500);
        String said = mended.notices().getFirst();
        assertTrue(said.contains("Surface avant") && said.contains("après"), said);
        assertNull(FrenchTypography.fault(said));
    }

    @Test
    void closesAnOpenOutlineWithConsentOnly() {
        String open = polygon("[[5.36,43.29],[5.37,43.29],[5.37,43.30],[5.36,43.30]]");
        assertTrue(read(open).mendable());
        assertEquals(5, reader.read(utf8(open), null, null, true).perimeter().getNumPoints());
    }

    @Test
    void readsATrackWalkedAroundAndRefusesOneThatWentAway() {
        String track = """
                <?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="43.3" lon="5.3"/><trk><trkseg>
                <trkpt lat="43.29" lon="5.36"><ele>3</ele></trkpt><trkpt lat="43.29" lon="5.37"/><trkpt lat="43.30" lon="5.37"/>
                <trkpt lat="%s" lon="5.3601"/></trkseg></trk></gpx>
                """;
        PerimeterReading reading = read(track.formatted("43.29005"));
        assertEquals(5, reading.perimeter().getNumPoints());
        assertEquals(2, reading.notices().size());
        assertFault("n’est pas fermé", track.formatted("43.31"));
        assertTrue(read("<gpx><rte><rtept lat='43.29' lon='5.36'/><rtept lat='43.29' lon='5.37'/>"
                        + "<rtept lat='43.30' lon='5.37'/><rtept lat='43.29' lon='5.36'/></rte></gpx>")
                .isGood());
    }

    @Test
    void readsKmlPolygonsWithHolesInsideMultiGeometry() {
        String kml = """
                <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><MultiGeometry>
                <Polygon><outerBoundaryIs><LinearRing><coordinates>
                5.36,43.29,0 5.37,43.29,0 5.37,43.30,0 5.36,43.30,0 5.36,43.29,0</coordinates></LinearRing></outerBoundaryIs>
                <innerBoundaryIs><LinearRing><coordinates>5.362,43.292 5.364,43.292 5.364,43.294 5.362,43.292</coordinates></LinearRing></innerBoundaryIs></Polygon>
                <Polygon><outerBoundaryIs><LinearRing><coordinates>5.4,43.3 5.41,43.3 5.41,43.31 5.4,43.3</coordinates></LinearRing></outerBoundaryIs></Polygon>
                <Point><coordinates>5.4,43.3</coordinates></Point></MultiGeometry></Placemark></Document></kml>
                """;
        PerimeterReading reading = reader.read(utf8(kml), "zone.gpx", null, false);
        assertEquals(2, reading.perimeter().getNumGeometries());
        assertEquals(13, reading.perimeter().getNumPoints());
        assertTrue(reading.notices().toString().contains("Malgré son nom"));
        assertTrue(reader.read(kml.getBytes(StandardCharsets.UTF_16), null, null, false)
                .isGood());
    }

    @Test
    void refusesWhatExpandsOrReachesOutside() {
        String bomb = "<?xml version='1.0'?><!DOCTYPE kml [<!ENTITY a 'aaaaaaaaaa'>"
                + IntStream.range(1, 12)
                        .mapToObj(n ->
                                "<!ENTITY a%d '%s'>".formatted(n, ("&a" + (n == 1 ? "" : n - 1) + ";").repeat(10)))
                        .collect(Collectors.joining())
                + "]><kml><name>&a11;</name></kml>";
        assertFault("DTD", bomb);
        assertFault("DTD", "<!DOCTYPE kml SYSTEM 'http://127.0.0.1:1/a.dtd'><kml/>");
        assertFault(
                "DTD",
                "<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><kml><Polygon><outerBoundaryIs><coordinates>&x;</coordinates></outerBoundaryIs></Polygon></kml>");
        assertFault("XML lisible", "<kml><name>&undeclared;</name></kml>");
    }

    @Test
    void refusesWhatIsTooDeepTooLongOrTooHeavy() {
        assertFault("imbriqué", "{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(500_000));
        assertFault("JSON", "{\"type\":".repeat(100_000));
        assertFault("imbriqué", "<kml>" + "<a>".repeat(100_000));
        assertFault("2\u00a0Mo", " ".repeat(2_000_001));
        assertFault("JSON", "{\"type\":\"Polygon\",\"coordinates\":[[[" + "9".repeat(100_000) + ",1]]]}");
        assertFault("20\u202f000", polygon("[" + "[5.36,43.29],".repeat(20_001) + "[5.36,43.29]]"));
        String one = "[" + SQUARE + "]";
        assertFault(
                "50 polygones", "{\"type\":\"MultiPolygon\",\"coordinates\":[" + (one + ",").repeat(50) + one + "]}");
        assertFault(
                "500 contours", "{\"type\":\"Polygon\",\"coordinates\":[" + (SQUARE + ",").repeat(500) + SQUARE + "]}");
    }

    @Test
    void refusesNumbersThatAreNone() {
        for (String number : new String[] {"1e999", "-1e999", "NaN", "Infinity", "\"5\"", "null", "[5]", "0x5", "1e9"})
            assertFalse(read(polygon(SQUARE.replaceFirst("5.36", number))).isGood(), number);
        for (String number : new String[] {"NaN", "Infinity", "1e999", "5d", "0x1p3", "", " ", "5,36"})
            assertFalse(
                    read("<gpx><rte><rtept lat='43.29' lon='%s'/><rtept lat='43.29' lon='5.37'/><rtept lat='43.3' lon='5.37'/><rtept lat='43.29' lon='%1$s'/></rte></gpx>"
                                    .formatted(number))
                            .isGood(),
                    number);
    }

    @Test
    void refusesArchivesOtherCodingsAndOtherThings() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(new byte[50_000_000]);
        }
        assertTrue(reader.read(zipped.toByteArray(), "a.geojson", null, true)
                .faults()
                .getFirst()
                .contains("archive"));
        assertFault("archive", "PK\u0003\u0004");
        byte[] latin = polygon(SQUARE).replace("{", "{\"nom\":\"é\",").getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(reader.read(latin, null, null, true).faults().getFirst().contains("UTF-8"));
        for (String other :
                new String[] {"", "   ", "%PDF-1.7", "<svg/>", "<html>", "{}", "{\"type\":\"Topology\"}", "null"})
            assertFalse(read(other).isGood(), other);
        assertFault("DTD", "<!DOCTYPE html><html/>");
        assertFault("codage", "<?xml version='1.0' encoding='UTF-7'?><kml/>");
        assertFault("codage", "<?xml version='1.0' encoding='UTF-16'?><kml/>");
        byte[] broken = utf8("<kml><name>x</name></kml>");
        broken[11] = (byte) 0xff;
        assertTrue(reader.read(broken, null, null, true).faults().getFirst().contains("codage"));
        assertFault("aucune surface", "{\"type\":\"Point\",\"coordinates\":[5.3,43.2]}");
        assertFault("France", polygon("[[2,12],[3,12],[3,13],[2,12]]"));
        assertFault("mètre carré", polygon("[[5.36,43.29],[5.360001,43.29],[5.360001,43.290001],[5.36,43.29]]"));
        assertFault("plus grand", polygon("[[1,43],[8,43],[8,48],[1,43]]"));
    }

    @Test
    void refusesInTimeAnOutlineThatCrossesItselfEverywhere() {
        int points = 19_000;
        String star = IntStream.rangeClosed(0, points)
                .mapToObj(n -> "[%s,%s]"
                        .formatted(5.36 + 0.01 * Math.cos(n % points * 3.0), 43.29 + 0.01 * Math.sin(n % points * 3.0)))
                .collect(Collectors.joining(",", "[", "]"));
        assertTimeout(Duration.ofSeconds(5), () -> {
            PerimeterReading reading = reader.read(utf8(polygon(star)), null, null, true);
            assertTrue(reading.faults().getFirst().contains("200 endroits"), reading.faults()::toString);
        });
        String comb = IntStream.range(0, 9_000)
                .mapToObj(n -> "[%s,43.29],[%s,43.30]".formatted(5.3 + n * 1e-5, 5.3 + n * 1e-5 + 5e-6))
                .collect(Collectors.joining(",", "[", ",[5.4,43.28],[5.29,43.28],[5.3,43.29]]"));
        assertTimeout(
                Duration.ofSeconds(20), () -> assertTrue(read(polygon(comb)).isGood()));
    }

    @Test
    void whateverIsCutOrTurnedIsReadOrRefusedInWords() {
        Random dice = new Random(43);
        String[] good = {
            polygon(SQUARE),
            "<gpx><rte><rtept lat='43.29' lon='5.36'/><rtept lat='43.29' lon='5.37'/><rtept lat='43.3' lon='5.37'/><rtept lat='43.29' lon='5.36'/></rte></gpx>",
            "<kml><Polygon><outerBoundaryIs><LinearRing><coordinates>5.36,43.29 5.37,43.29 5.37,43.3 5.36,43.29</coordinates></LinearRing></outerBoundaryIs></Polygon></kml>"
        };
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = utf8(good[round % 3]);
            int turned = dice.nextInt(4);
            for (int i = 0; i < turned; i++) bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
            if (turned == 0) bytes = Arrays.copyOf(bytes, dice.nextInt(bytes.length));
            PerimeterReading reading = reader.read(bytes, null, null, dice.nextBoolean());
            assertEquals(reading.isGood(), reading.faults().isEmpty());
            for (String fault : reading.faults()) assertNull(FrenchTypography.fault(fault), fault);
        }
    }

    private void assertFault(String words, String file) {
        PerimeterReading reading = read(file);
        assertFalse(reading.isGood());
        assertTrue(reading.faults().getFirst().contains(words), reading.faults()::toString);
        assertNull(FrenchTypography.fault(reading.faults().getFirst()));
    }

    private PerimeterReading read(String file) {
        return reader.read(utf8(file), null, null, false);
    }

    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
