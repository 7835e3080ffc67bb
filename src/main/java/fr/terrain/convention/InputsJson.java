package fr.terrain.convention;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Inputs to JSON and back: equal inputs give equal bytes; a mapper of its own, so that no setting of the service can change them. */
public final class InputsJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private InputsJson() {}

    public static byte[] write(ConventionInputs inputs) {
        try {
            return MAPPER.writeValueAsBytes(inputs);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws UncheckedIOException where the bytes are not what {@link #write} gives, an unknown field included. */
    public static ConventionInputs read(byte[] json) {
        try {
            return MAPPER.readValue(json, ConventionInputs.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of the model that inputs name, whatever else they hold; empty where they name none. */
    static String template(String json) {
        try {
            return MAPPER.readTree(json).path("template").asText();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A GeoJSON Polygon or MultiPolygon in EPSG:4326 as an area; throws IllegalArgumentException for anything else. */
    public static ConventionInputs.Area area(String geoJson) {
        try {
            JsonNode geometry = MAPPER.readTree(geoJson);
            JsonNode coordinates = geometry.path("coordinates");
            List<List<List<ConventionInputs.Position>>> polygons = new ArrayList<>();
            switch (geometry.path("type").asText()) {
                case "Polygon" -> polygons.add(rings(coordinates));
                case "MultiPolygon" -> {
                    for (JsonNode polygon : coordinates) {
                        polygons.add(rings(polygon));
                    }
                }
                default -> throw new IllegalArgumentException("Not a Polygon or MultiPolygon");
            }
            return new ConventionInputs.Area(List.copyOf(polygons));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not GeoJSON", e);
        }
    }

    private static List<List<ConventionInputs.Position>> rings(JsonNode polygon) {
        List<double[][]> rings = MAPPER.convertValue(polygon, new TypeReference<>() {});
        List<List<ConventionInputs.Position>> out = new ArrayList<>();
        for (double[][] ring : rings) {
            List<ConventionInputs.Position> positions = new ArrayList<>();
            for (double[] position : ring) {
                positions.add(new ConventionInputs.Position(position[0], position[1]));
            }
            out.add(List.copyOf(positions));
        }
        return List.copyOf(out);
    }
}
