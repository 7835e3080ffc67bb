package fr.terrain.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Completes the OpenAPI document with what holds for the whole API, so that resources say only what is theirs: the pages are
 * left out, each operation gets the problems it may answer with, its headers, and its examples from {@code openapi/*.json}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDocument implements OASFilter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().getResponses().forEach((name, response) -> {
            if (name.startsWith(PROBLEM))
                illustrate(response.getContent(), read("openapi/" + name.toLowerCase(Locale.ROOT) + ".json"));
        });
        for (String path : List.copyOf(api.getPaths().getPathItems().keySet())) {
            if (!Api.holds(path)) api.getPaths().removePathItem(path);
            else
                api.getPaths().getPathItem(path).getOperations().forEach((method, operation) -> {
                    complete(path, method, operation);
                    describe(operation, api.getComponents().getParameters());
                });
        }
    }

    /** What is said once of a parameter that many operations take, unless one says something of its own. */
    private static void describe(Operation operation, Map<String, Parameter> known) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters == null) return;
        operation.setParameters(parameters.stream()
                .map(one -> one.getDescription() == null && known.containsKey(one.getName())
                        ? OASFactory.createParameter().ref("#/components/parameters/" + one.getName())
                        : one)
                .toList());
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        for (int status : problems(path, method, operation)) answerWith(operation, status);
        if (takes(operation, In.HEADER, "If-None-Match"))
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().ref("#/components/responses/Same"));
        operation.setSummary(spaced(operation.getSummary()));
        JsonNode examples = examples(path, method);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                headers(operation, method, status).forEach(name -> addHeader(response, name));
                illustrate(response.getContent(), examples.path("response"));
            }
        });
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(!examples.path("bodyless").asBoolean());
            illustrate(operation.getRequestBody().getContent(), examples.path("request"));
        }
    }

    /** The statuses of the problems that an operation may answer with, by what it takes and who may call it. */
    private static Set<Integer> problems(String path, HttpMethod method, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(List.of(400, 406, 429, 500));
        boolean writes = method != HttpMethod.GET;
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) statuses.addAll(List.of(401, 403));
        if (path.contains("{") || writes) statuses.add(404);
        if (writes) statuses.addAll(List.of(409, 413, 415, 503));
        if (takes(operation, In.HEADER, "If-Match")) statuses.add(412);
        if (method == HttpMethod.PUT) statuses.add(428);
        if (takes(operation, In.HEADER, "Idempotency-Key")) statuses.add(422);
        return statuses;
    }

    /** With the spaces that French asks before its double signs. */
    private static String spaced(String summary) {
        return summary == null ? null : summary.replace(" :", "\u00a0:").replace(" ;", "\u202f;");
    }

    private static void answerWith(Operation operation, int status) {
        operation
                .getResponses()
                .addAPIResponse(
                        Integer.toString(status),
                        OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM + status));
    }

    private static Set<String> headers(Operation operation, HttpMethod method, String status) {
        Set<String> names = new TreeSet<>();
        if (takes(operation, In.HEADER, "If-Match") || takes(operation, In.HEADER, "If-None-Match")) names.add("ETag");
        if (takes(operation, In.QUERY, "after")) names.add("Link");
        if (status.equals("201")) names.add("Location");
        return names;
    }

    private static void addHeader(APIResponse response, String name) {
        Header header = OASFactory.createHeader().ref("#/components/headers/" + name);
        response.addHeader(name, header);
    }

    private static boolean takes(Operation operation, In in, String name) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .anyMatch((Parameter one) -> one.getIn() == in && name.equals(one.getName()));
    }

    private static void illustrate(Content content, JsonNode example) {
        if (content == null || example.isMissingNode()) return;
        content.getMediaTypes().values().forEach(type -> type.setExample(value(example)));
    }

    /** What stands in the file of an operation, such as {@code openapi/bookings-id-approval.post.json}; nothing when there is none. */
    private static JsonNode examples(String path, HttpMethod method) {
        String name = path.substring("/api/".length()).replaceAll("[{}]", "").replaceAll("[/.]", "-");
        return read("openapi/%s.%s.json".formatted(name, method.name().toLowerCase(Locale.ROOT)));
    }

    private static JsonNode read(String file) {
        try (InputStream in = ApiDocument.class.getClassLoader().getResourceAsStream(file)) {
            return in == null ? JSON.missingNode() : JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** Maps and lists, which is how the document holds an example. */
    private static Object value(JsonNode example) {
        return example.isMissingNode() ? null : JSON.convertValue(example, Object.class);
    }
}
