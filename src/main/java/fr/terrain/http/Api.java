package fr.terrain.http;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Says which addresses are the API: for the tenant that authenticates, for the forms and for the shape of a problem alike. */
@ApplicationScoped
public class Api implements TenantResolver {
    private static final String TENANT = "api";

    /** The API believes bearer tokens only, the pages their session only. */
    @Override
    public String resolve(RoutingContext context) {
        return holds(context.normalizedPath()) ? TENANT : null;
    }

    /** Whether a path is of the API; what follows a semicolon is no part of it. */
    static boolean holds(String path) {
        if (path == null) return false;
        String bare = path.replaceAll(";[^/]*", "");
        return bare.equals("/api") || bare.startsWith("/api/");
    }
}
