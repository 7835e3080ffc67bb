package fr.terrain.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nothing but JSON into the API: another type would be read by other rules than those of {@link StrictText}. */
public class JsonFilter {
    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (Api.holds(request.getUriInfo().getPath()) && brings(request) && !isJson(request.getMediaType()))
            throw new ProblemException(Problem.ofStatus(415));
    }

    /** A type is told of what is sent; a few clients tell one of nothing, with its length. */
    private static boolean brings(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null) return !length.equals("0");
        return request.getHeaderString("Transfer-Encoding") != null || request.getMediaType() != null;
    }

    private static boolean isJson(MediaType type) {
        return type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type) && !type.isWildcardSubtype();
    }
}
