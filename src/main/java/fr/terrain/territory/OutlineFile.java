package fr.terrain.territory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The yearly file of outlines (GeoJSON, packed or not), feature after feature: the country is never in memory. */
final class OutlineFile {
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(500_000_000)
                    .maxNestingDepth(20)
                    .maxNumberLength(60)
                    .build())
            .build());
    private static final Set<String> AREAS = Set.of("Polygon", "MultiPolygon");

    /** What is done with each outline. */
    interface Taker {
        void take(String insee, String geometry) throws SQLException, IOException;
    }

    private OutlineFile() {}

    /** Reads the features whose code is one of these. */
    static void read(InputStream file, Set<String> codes, Taker taker) throws IOException, SQLException {
        try (JsonParser parser = JSON.createParser(unpacked(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new IOException("ce n’est pas un GeoJSON");
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean features = parser.currentName().equals("features");
                parser.nextToken();
                if (!features) parser.skipChildren();
                else
                    while (parser.nextToken() == JsonToken.START_OBJECT)
                        feature(parser.readValueAsTree(), codes, taker);
            }
        }
    }

    private static void feature(JsonNode feature, Set<String> codes, Taker taker) throws IOException, SQLException {
        String code = feature.path("properties").path("code").asText();
        if (!codes.contains(code)) return;
        JsonNode geometry = feature.path("geometry");
        if (!AREAS.contains(geometry.path("type").asText()))
            throw new IOException("la commune " + code + " n’a pas de surface");
        taker.take(code, geometry.toString());
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
