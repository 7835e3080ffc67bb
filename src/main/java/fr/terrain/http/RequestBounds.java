package fr.terrain.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Stops, before anything reads it, an address that is none or too long, headers without measure, and a body that is too large. */
@ApplicationScoped
public class RequestBounds {
    private static final int BEFORE_ROUTING = 300;
    private static final String CHECKED = RequestBounds.class.getName();
    private static final int LONGEST_ADDRESS = 8_000;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADERS = 16_000;

    /** The largest body that is read, in bytes. */
    static final int LARGEST_BODY = 2 << 20;

    @Inject
    ProblemPage page;

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_ROUTING);
    }

    /** What the router refuses before it asks anybody: no path, no host. */
    void register(@Observes Router router) {
        router.route().order(-BEFORE_ROUTING).failureHandler(context -> {
            if (context.get(CHECKED) == null) page.end(context, Problem.ofStatus(context.statusCode()));
            else context.next();
        });
    }

    private void check(RoutingContext context) {
        context.put(CHECKED, true);
        Problem wrong = wrong(context.request());
        if (wrong == null) {
            tidyAccept(context.request().headers());
            context.next();
        } else page.end(context, wrong);
    }

    /** What is out of bounds, or null. */
    private Problem wrong(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_ADDRESS) return Problem.ofStatus(414);
        if (!isUri(request.uri()))
            return Problem.badInput(
                            "uri",
                            "L’adresse contient un signe qui ne peut s’y trouver tel quel\u00a0: codez‑le, par exemple %20 pour un blanc.")
                    .problem();
        if (!Utf8.isAddress(request.uri()))
            return Problem.badInput("uri", "L’adresse contient des octets qui ne sont pas du texte UTF‑8.")
                    .problem();
        if (hasMatrixParameters(request.uri())) return Problem.ofStatus(404);
        if (request.headers().entries().size() > MOST_HEADERS || length(request.headers()) > LONGEST_HEADERS)
            return Problem.ofStatus(431);
        return declaredBody(request) > LARGEST_BODY ? Problem.ofStatus(413) : null;
    }

    /** No address of ours has any, and not everybody who reads a path reads them alike. */
    private static boolean hasMatrixParameters(String address) {
        String path = address.replaceFirst("[?#].*", "").toLowerCase(Locale.ROOT);
        return path.contains(";") || path.contains("%3b");
    }

    private static boolean isUri(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int length(MultiMap headers) {
        return headers.entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
    }

    private static long declaredBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        if (length == null) return 0;
        return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    /** An empty element of a list means nothing (RFC 9110, 5.6.1.2), but is more than the negotiation can read. */
    private static void tidyAccept(MultiMap headers) {
        String accept = headers.get("Accept");
        if (accept == null) return;
        String tidy = Arrays.stream(accept.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .collect(Collectors.joining(","));
        if (tidy.isEmpty()) headers.remove("Accept");
        else headers.set("Accept", tidy);
    }
}
