package fr.terrain.http;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds every answer of the API that a test gets through REST Assured against the served OpenAPI document: a status, a
 * content type, a header or a body that deviates from it fails the test that met it, whatever that test is about.
 */
public class ApiContract implements Filter, QuarkusTestBeforeClassCallback {
    /** Answers of the edge, which any address may give and no operation tells. */
    private static final Set<Integer> OF_THE_EDGE = Set.of(405, 414, 431);

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final String NO_SUCH_PATH = "validation.request.path.missing";

    private static OpenApiInteractionValidator validator;

    @Override
    public void beforeClass(Class<?> test) {
        if (RestAssured.filters().stream().noneMatch(ApiContract.class::isInstance))
            RestAssured.filters(new ApiContract());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        URI called = URI.create(request.getURI());
        if (Api.holds(called.getRawPath()) && METHODS.contains(request.getMethod()))
            check(request.getMethod(), called, answer);
        return answer;
    }

    private static void check(String method, URI called, Response answer) {
        if (answer.statusCode() >= 400) KnownProblems.requireKnown(answer);
        if (OF_THE_EDGE.contains(answer.statusCode())) return;
        ValidationReport report = validator(called)
                .validateResponse(called.getRawPath(), Request.Method.valueOf(method), RestAssuredResponse.of(answer));
        boolean unknown =
                report.getMessages().stream().anyMatch(one -> one.getKey().equals(NO_SUCH_PATH));
        if (!report.hasErrors() || unknown && answer.statusCode() == 404) return;
        String faults = report.getMessages().stream().map(Object::toString).collect(Collectors.joining("\n"));
        throw new AssertionError(
                "%s %s answered %d, and /q/openapi tells otherwise (an answer is described with @APIResponseSchema):%n%s%n%s"
                        .formatted(method, called.getRawPath(), answer.statusCode(), faults, answer.asString()));
    }

    static synchronized OpenApiInteractionValidator validator(URI called) {
        if (validator == null)
            validator = OpenApiInteractionValidator.createForInlineApiSpecification(document(called))
                    .build();
        return validator;
    }

    /** The document as the application that is called serves it. */
    static String document(URI any) {
        try (InputStream in = any.resolve("/q/openapi?format=json").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
