package fr.terrain.http;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.FrenchTypography;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The served document tells every route of the API and nothing else, in French, with its problems. */
@QuarkusTest
class OpenApiTest {
    private static final String JSON = "application/json";

    @TestHTTPResource
    URI root;

    private JsonNode api;
    private List<Told> operations;

    private record Told(String method, String path, JsonNode says) {
        String name() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void read() throws IOException {
        api = new ObjectMapper().readTree(ApiContract.document(root));
        operations = new ArrayList<>();
        for (var path : api.path("paths").properties())
            for (var operation : path.getValue().properties())
                if (!operation.getKey().equals("parameters"))
                    operations.add(new Told(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            operation.getValue()));
    }

    @Test
    void everyRouteOfTheApiIsToldAndNoOther() {
        TreeSet<String> routes = Routes.all().stream()
                .filter(route -> route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(routes, operations.stream().map(Told::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyOperationIsSaidInFrenchUnderAKnownTag() {
        Set<String> tags = StreamSupport.stream(api.path("tags").spliterator(), false)
                .filter(tag -> !tag.path("description").asText().isBlank())
                .map(tag -> tag.path("name").asText())
                .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        Set<String> identifiers = new TreeSet<>();
        for (Told one : operations) {
            String summary = one.says().path("summary").asText();
            if (summary.isBlank() || FrenchTypography.fault(summary) != null) wrong.add(one.name() + ": " + summary);
            if (!tags.contains(one.says().path("tags").path(0).asText()))
                wrong.add(one.name() + ": no tag that is described");
            if (!identifiers.add(one.says().path("operationId").asText()))
                wrong.add(one.name() + ": identifier told twice");
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void everyOperationTellsItsProblemsAsProblems() {
        List<String> wrong = new ArrayList<>();
        for (Told one : operations) {
            JsonNode answers = one.says().path("responses");
            List<String> asked = new ArrayList<>(List.of("400", "406", "429", "500"));
            if (one.says().has("security")) asked.addAll(List.of("401", "403"));
            if (one.path().contains("{")) asked.add("404");
            if (one.says().has("requestBody")) asked.addAll(List.of("413", "415"));
            for (String status : asked) if (!answers.has(status)) wrong.add(one.name() + " does not tell " + status);
            for (var answer : answers.properties())
                if (answer.getKey().compareTo("400") >= 0 && !isProblem(answer.getValue()))
                    wrong.add(one.name() + " " + answer.getKey() + " is told without its problem");
        }
        assertEquals("", String.join("\n", wrong));
        assertEquals("http", api.at("/components/securitySchemes/bearer/type").asText());
    }

    @Test
    void anybodyFindsAndReadsIt() {
        String home = io.restassured.RestAssured.given().get("/").asString();
        assertTrue(home.contains("<a href=\"/q/openapi\">"), "the foot of each page leads to it");
        io.restassured.RestAssured.given()
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("yaml"))
                .header("X-Content-Type-Options", "nosniff")
                .body(containsString("openapi: 3.0.3"), containsString("title: Terrain"));
    }

    @Test
    void anAnswerThatDeviatesIsNoticed() {
        String good = "{\"id\":\"x\",\"algorithm\":\"Ed25519\"}";
        assertFalse(faults("GET", "/api/bookings/1/timeline", 200, JSON, "[{\"seq\":1,\"secret\":true}]")
                .isEmpty());
        assertFalse(faults("GET", "/api/bookings/1/timeline", 200, JSON, "[{\"seq\":\"one\"}]")
                .isEmpty());
        assertFalse(faults("GET", "/api/bookings/1/timeline", 200, "text/html", good)
                .isEmpty());
        assertFalse(faults("GET", "/api/bookings/1/timeline", 402, Problem.MEDIA_TYPE, good)
                .isEmpty());
        assertFalse(faults("GET", "/api/bookings/1/timeline", 404, Problem.MEDIA_TYPE, "{\"title\":\"Rien\"}")
                .isEmpty());
    }

    private List<String> faults(String method, String path, int status, String type, String body) {
        return ApiContract.validator(root)
                .validateResponse(
                        path,
                        Request.Method.valueOf(method),
                        SimpleResponse.Builder.status(status)
                                .withContentType(type)
                                .withBody(body)
                                .build())
                .getMessages()
                .stream()
                .filter(fault -> !fault.getKey().equals("validation.response.header.missing"))
                .map(Object::toString)
                .toList();
    }

    private boolean isProblem(JsonNode answer) {
        return resolved(answer)
                .path("content")
                .path(Problem.MEDIA_TYPE)
                .path("schema")
                .path("$ref")
                .asText()
                .endsWith("/Problem");
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(api.at(reference.substring(1)));
    }
}
