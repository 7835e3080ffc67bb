package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.terrain.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The served document shows an example of everything, each as its schema says, and tells bounds that the service keeps. */
@QuarkusTest
class ApiBoundsTest {
    private static final List<String> BOUNDS = List.of("maxLength", "maxItems", "maximum", "pattern", "format", "enum");

    @TestHTTPResource
    URI root;

    private JsonNode api;
    private final List<Told> operations = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private record Told(String method, String path, JsonNode says) {
        JsonNode asks() {
            return says.at("/requestBody/content/application~1json");
        }

        /** Its path with something in each place that its parameter allows. */
        String address() {
            return path.replace("{slug}", "quai-d-essai")
                    .replace("{token}", "A".repeat(43))
                    .replace("{number}", "CONV-1999-0001")
                    .replaceAll("\\{\\w+}", "1");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void read() throws IOException {
        api = new ObjectMapper().readTree(ApiContract.document(root));
        for (var path : api.path("paths").properties())
            for (var operation : path.getValue().properties())
                if (!operation.getKey().equals("parameters"))
                    operations.add(
                            new Told(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
        assertTrue(operations.size() > 70);
    }

    @Test
    void everyBodyAndEveryAnswerHasAnExampleThatItsSchemaAllows() {
        for (Told one : operations) {
            if (!one.asks().isMissingNode()) checkRequest(one);
            for (var answer : one.says().path("responses").properties())
                for (var content : resolved(answer.getValue()).path("content").properties())
                    checkAnswer(one, answer.getKey(), content.getKey(), content.getValue());
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void checkRequest(Told one) {
        JsonNode example = one.asks().path("example");
        if (example.isMissingNode()) wrong.add(one + " has no example of its body");
        else
            note(
                    one + " asks",
                    ApiContract.validator(root)
                            .validateRequest(
                                    new SimpleRequest.Builder(Request.Method.valueOf(one.method()), one.address())
                                            .withContentType("application/json")
                                            .withBody(example.toString())
                                            .build()),
                    "validation.request.body");
    }

    private void checkAnswer(Told one, String status, String type, JsonNode content) {
        if (type.equals("application/pdf")) return;
        JsonNode example = content.path("example");
        if (example.isMissingNode()) wrong.add(one + " " + status + " has no example");
        else if (type.contains("json"))
            note(
                    one + " " + status,
                    ApiContract.validator(root)
                            .validateResponse(
                                    one.address(),
                                    Request.Method.valueOf(one.method()),
                                    SimpleResponse.Builder.status(Integer.parseInt(status))
                                            .withContentType(type)
                                            .withBody(example.toString())
                                            .build()),
                    "validation.response.body");
    }

    private void note(String what, ValidationReport report, String kind) {
        report.getMessages().stream()
                .filter(fault ->
                        fault.getKey().startsWith(kind) || fault.getKey().contains("path.missing"))
                .forEach(fault -> wrong.add(what + ": " + fault));
    }

    @Test
    void everythingThatIsAskedForHasItsBounds() {
        for (Told one : operations) {
            for (JsonNode parameter : one.says().path("parameters")) {
                JsonNode said = resolved(parameter);
                if (said.path("description").asText().isBlank())
                    wrong.add(one + " does not describe " + said.path("name"));
                bounded(one + " " + said.path("name").asText(), said.path("schema"));
            }
            if (!one.asks().isMissingNode()) bounded(one + " body", one.asks().path("schema"));
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void bounded(String where, JsonNode schema) {
        JsonNode said = resolved(schema);
        String type = said.path("type").asText();
        for (var property : said.path("properties").properties())
            bounded(where + "." + property.getKey(), property.getValue());
        if (type.equals("object") || type.equals("boolean")) return;
        if (type.equals("array") ? !said.has("maxItems") : BOUNDS.stream().noneMatch(said::has))
            wrong.add(where + " has no bound: " + said);
    }

    @Test
    void whatIsBeyondABoundOfABodyIsRefusedUnderItsName() {
        int tried = 0;
        for (Told one : operations)
            if (!one.asks().isMissingNode())
                tried += tryAll(one, "", one.asks().path("schema"), (ObjectNode)
                        one.asks().path("example"));
        assertEquals("", String.join("\n", wrong));
        assertTrue(tried > 60, tried + " bounds were tried");
    }

    /** Tries each property of a schema beyond its bound, in an example that is right but for it. */
    private int tryAll(Told one, String prefix, JsonNode schema, ObjectNode within) {
        int tried = 0;
        for (var property : resolved(schema).path("properties").properties()) {
            String name = property.getKey();
            JsonNode said = resolved(property.getValue());
            if (within.path(name).isObject())
                tried += tryAll(one, prefix + name + ".", said, (ObjectNode) within.path(name));
            JsonNode kept = within.get(name);
            for (Consumer<ObjectNode> beyond : beyond(name, said)) {
                beyond.accept(within);
                refused(
                        one + " " + prefix + name,
                        prefix + name,
                        send(one, one.asks().path("example")));
                tried++;
            }
            if (kept == null) within.remove(name);
            else within.set(name, kept);
        }
        return tried;
    }

    /** Ways to be beyond what a schema says; a set forgets what comes twice. */
    private List<Consumer<ObjectNode>> beyond(String name, JsonNode said) {
        List<Consumer<ObjectNode>> ways = new ArrayList<>();
        if (said.has("maxLength"))
            ways.add(body -> body.put(name, "a".repeat(said.path("maxLength").asInt() + 1)));
        if (said.has("maximum"))
            ways.add(body -> body.put(name, new BigDecimal(said.path("maximum").asText()).add(BigDecimal.ONE)));
        if (said.has("minimum"))
            ways.add(body -> body.put(name, new BigDecimal(said.path("minimum").asText()).subtract(BigDecimal.ONE)));
        if (said.has("maxItems") && !said.path("uniqueItems").asBoolean() && !name.equals("fields"))
            ways.add(body -> fill(body.putArray(name), said));
        if (said.has("enum")) ways.add(body -> body.put(name, "NONE_OF_THESE"));
        return ways;
    }

    private void fill(ArrayNode list, JsonNode said) {
        JsonNode item = resolved(said.path("items"));
        for (int i = 0; i <= said.path("maxItems").asInt(); i++) {
            if (item.has("enum")) list.add(item.path("enum").path(0).asText());
            else if (item.path("type").asText().equals("string")) list.add("essai");
            else list.add(i + 1);
        }
    }

    private static Response send(Told one, JsonNode body) {
        return Tokens.as("admin")
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body.toString())
                .request(one.method(), one.address());
    }

    @Test
    void whatIsBeyondABoundOfAQueryIsRefusedUnderItsName() {
        int tried = 0;
        for (Told one : operations)
            for (JsonNode parameter : one.says().path("parameters")) {
                JsonNode said = resolved(parameter);
                String name = said.path("name").asText();
                JsonNode schema = resolved(said.path("schema"));
                if (!said.path("in").asText().equals("query") || schema.has("maxItems")) continue;
                String value = schema.has("maximum")
                        ? Long.toString(schema.path("maximum").asLong() + 1)
                        : "a".repeat(schema.path("maxLength").asInt(10) + 1);
                refused(
                        one + "?" + name,
                        name,
                        (one.path().startsWith("/api/sites") ? RestAssured.given() : Tokens.as("instructeur"))
                                .queryParam(name, value)
                                .get(one.address()));
                tried++;
            }
        assertEquals("", String.join("\n", wrong));
        assertTrue(tried > 15, tried + " bounds were tried");
    }

    private void refused(String what, String field, Response answer) {
        boolean named = answer.statusCode() == 400
                && (field.equals(answer.path("field"))
                        || answer.path("fields.field") instanceof List<?> fields && fields.contains(field)
                        || String.valueOf((Object) answer.path("field")).startsWith(field + "["));
        if (!named) wrong.add("%s: %d %s".formatted(what, answer.statusCode(), answer.asString()));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(api.at(reference.substring(1)));
    }
}
