package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.terrain.Tokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The examples of the API document: what a journey really sends and gets, held against what stands in src/main/resources/openapi.
 * Identifiers, hashes and instants differ from run to run, so they are compared by their kind.
 */
final class ExampleBook {
    static final Path FILES = Path.of("src/main/resources/openapi");
    private static final String HOW = "; the examples are written anew by -Dterrain.golden.write=true";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    private static final List<Map.Entry<String, String>> VOLATILE = List.of(
            Map.entry("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>"),
            Map.entry("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", "<sha256>"),
            Map.entry("(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])", "<key>"),
            Map.entry("[A-Za-z0-9+/]{40,}={0,2}", "<base64>"),
            Map.entry("(TER|CONV)-[0-9]{4}-[0-9]+", "$1-<number>"),
            Map.entry("(?m)^DTSTAMP:.*$", "DTSTAMP:<instant>"),
            Map.entry("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})", "<instant>"),
            Map.entry("(?<![0-9])[0-9]{14}(?![0-9])", "<siret>"),
            Map.entry("(?m)^(chains|previous) .*$", "$1 <any>"),
            Map.entry("(/|-)[0-9]+(?=[/@?.]|$)", "$1<id>"));

    private final Map<String, ObjectNode> told = new TreeMap<>();

    /** What a user does for the record, the first time that it is done; a path may carry a query. */
    Response says(String user, String method, String path, String body, Object... named) {
        RequestSpecification request = user == null ? RestAssured.given() : Tokens.as(user);
        if (method.equals("PUT")) request.header("If-Match", "*");
        if (!method.equals("GET")) request.contentType("application/json");
        if (body != null) request.body(body);
        Response answer = request.request(method, path, named);
        assertEquals(2, answer.statusCode() / 100, () -> method + " " + path + " " + answer.asString());
        ObjectNode example = JSON.createObjectNode();
        if (body != null) example.set("request", read(body));
        if (!answer.asString().isEmpty() && !answer.contentType().startsWith("application/pdf"))
            example.set(
                    "response",
                    answer.contentType().contains("json")
                            ? read(answer.asString())
                            : JSON.getNodeFactory().textNode(answer.asString()));
        told.putIfAbsent(file(path.replaceFirst("\\?.*", ""), method), example);
        return answer;
    }

    /** Something that must happen, without being an example. */
    static Response does(String user, String method, String path, String body, Object... named) {
        return new ExampleBook().says(user, method, path, body, named);
    }

    /** The identifier of what was made. */
    static long id(Response answer) {
        return answer.jsonPath().getLong("id");
    }

    /** Keeps only those elements of a recorded list that mention this. */
    void only(String method, String path, String member, String mention) {
        ObjectNode example = told.get(file(path, method));
        JsonNode list = member == null ? example.get("response") : example.at("/response/" + member);
        for (int i = list.size() - 1; i >= 0; i--)
            if (!list.get(i).toString().contains(mention)) ((ArrayNode) list).remove(i);
        assertEquals(true, !list.isEmpty(), path);
    }

    /** The file of an operation, as {@link ApiDocument} looks for it. */
    static String file(String path, String method) {
        String name = path.substring("/api/".length()).replaceAll("[{}]", "").replaceAll("[/.]", "-");
        return name + "." + method.toLowerCase(Locale.ROOT) + ".json";
    }

    /** Holds the record against the files, or writes them. */
    void close() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, ObjectNode> one : told.entrySet()) {
            if (one.getValue().isEmpty()) continue;
            Path file = FILES.resolve(one.getKey());
            JsonNode kept = Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
            if (kept.path("bodyless").asBoolean()) one.getValue().put("bodyless", true);
            if (Boolean.getBoolean("terrain.golden.write")) Files.writeString(file, written(one.getValue()));
            else if (!plain(kept).equals(plain(one.getValue())))
                wrong.add("%s%n  stored %s%n  now    %s".formatted(one.getKey(), plain(kept), plain(one.getValue())));
        }
        assertEquals("", String.join("\n", wrong), "an answer is not what its example shows" + HOW);
    }

    private static String written(JsonNode example) throws JsonProcessingException {
        return JSON.writer(PRINTER).writeValueAsString(example).replaceAll("(T[0-9:]{8})\\.[0-9]+", "$1") + "\n";
    }

    /** The example with its identifiers, hashes and instants named by their kind. */
    private static JsonNode plain(JsonNode node) {
        if (node.isObject()) {
            ObjectNode plain = JSON.createObjectNode();
            node.properties().forEach(one -> plain.set(one.getKey(), plain(one.getValue())));
            return plain;
        }
        if (node.isArray()) {
            ArrayNode plain = JSON.createArrayNode();
            node.forEach(one -> plain.add(plain(one)));
            return plain;
        }
        if (node.isNumber()) return JSON.getNodeFactory().textNode(node.isIntegralNumber() ? "<whole>" : "<decimal>");
        if (!node.isTextual()) return node;
        String text = node.asText();
        for (Map.Entry<String, String> one : VOLATILE) text = text.replaceAll(one.getKey(), one.getValue());
        return JSON.getNodeFactory().textNode(text);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
