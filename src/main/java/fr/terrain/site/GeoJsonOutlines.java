package fr.terrain.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.terrain.http.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The polygons of a GeoJSON file (RFC 7946, and the crs member of its elder). */
class GeoJsonOutlines {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxNumberLength(60)
                            .maxNameLength(1000)
                            .maxTokenCount(400_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String LEFT_OUT = "Les points et les lignes de ce fichier ont été laissés de côté.";

    private final Outlines outlines;

    GeoJsonOutlines(Outlines outlines) {
        this.outlines = outlines;
    }

    /** Reads them all; the name of the system of coordinates that the file states, if it does. */
    Optional<String> read(byte[] bytes) throws PerimeterFault {
        if (!Utf8.isText(ByteBuffer.wrap(bytes)))
            throw new PerimeterFault("Ce fichier n’est pas en UTF-8, le seul codage d’un GeoJSON.");
        JsonNode root = parse(bytes);
        if (!root.isObject()) throw unknown();
        object(root);
        return crs(root.get("crs"));
    }

    private static JsonNode parse(byte[] bytes) throws PerimeterFault {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PerimeterFault(
                    "Ce fichier n’est pas un JSON lisible\u00a0: il est coupé, mal formé, ou trop imbriqué.");
        }
    }

    private void object(JsonNode object) throws PerimeterFault {
        switch (object.path("type").asText()) {
            case "FeatureCollection" -> all(object.get("features"));
            case "GeometryCollection" -> all(object.get("geometries"));
            case "Feature" -> feature(object.path("geometry"));
            case "MultiPolygon" -> {
                for (JsonNode polygon : array(object.get("coordinates"))) polygon(polygon);
            }
            case "Polygon" -> polygon(object.get("coordinates"));
            case "Point", "MultiPoint", "LineString", "MultiLineString" -> outlines.notice(LEFT_OUT);
            default -> throw unknown();
        }
    }

    private void all(JsonNode objects) throws PerimeterFault {
        for (JsonNode one : array(objects)) object(one);
    }

    private void feature(JsonNode geometry) throws PerimeterFault {
        if (geometry.isObject()) object(geometry);
    }

    private void polygon(JsonNode rings) throws PerimeterFault {
        for (JsonNode ring : array(rings)) {
            for (JsonNode position : array(ring)) position(position);
            outlines.endRing(0);
        }
        outlines.endPolygon();
    }

    private void position(JsonNode position) throws PerimeterFault {
        if (!position.isArray()
                || position.size() < 2
                || !position.get(0).isNumber()
                || !position.get(1).isNumber())
            throw new PerimeterFault("Une position n’est pas faite de deux nombres, longitude puis latitude.");
        outlines.addPoint(position.get(0).doubleValue(), position.get(1).doubleValue());
    }

    private static JsonNode array(JsonNode node) throws PerimeterFault {
        if (node == null || !node.isArray()) throw unknown();
        return node;
    }

    private static Optional<String> crs(JsonNode crs) throws PerimeterFault {
        if (crs == null || crs.isNull()) return Optional.empty();
        JsonNode name = crs.path("properties").path("name");
        if (!crs.path("type").asText().equals("name") || !name.isTextual())
            throw new PerimeterFault("Le système de coordonnées de ce fichier (crs) n’est pas donné par son nom.");
        return Optional.of(name.asText());
    }

    private static PerimeterFault unknown() {
        return new PerimeterFault(
                "Ce JSON n’est pas un GeoJSON complet\u00a0: type, features, geometry ou coordinates manque ou n’a pas la forme attendue.");
    }
}
