package fr.terrain.http;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every answer tells the browser not to do: nothing inline, nothing from elsewhere but the base map when it is on, nothing kept unless the answer says so. */
@ApplicationScoped
public class SecurityHeaders {
    private static final int AHEAD_OF_ALL = 400;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:%s; "
                    + "font-src 'self'; connect-src 'self'%s; worker-src 'self'; form-action 'self'%s; frame-ancestors 'none'; base-uri 'none'";

    @Inject
    @ConfigProperty(name = "terrain.map.base")
    Optional<String> mapBase;

    @Inject
    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    Optional<String> identityServer;

    void register(@Observes Filters filters) {
        String policy = policy();
        filters.register(context -> protect(context, policy), AHEAD_OF_ALL);
    }

    /** What the router refuses at once comes by here only. */
    void register(@Observes Router router) {
        String policy = policy();
        router.route().order(-AHEAD_OF_ALL).failureHandler(context -> protect(context, policy));
    }

    private String policy() {
        String map = origin(mapBase);
        return POLICY.formatted(map, map, origin(identityServer));
    }

    private static void protect(RoutingContext context, String policy) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        String path = context.request().path();
        headers.set("Referrer-Policy", isSecret(path) ? "no-referrer" : "strict-origin-when-cross-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (!isTool(path)) headers.set("Content-Security-Policy", policy);
        context.addHeadersEndHandler(
                sent -> keep(headers, path, context.response().getStatusCode()));
        context.next();
    }

    /** An asset named by its content for good, another asked for again each time, an error never. */
    private static void keep(MultiMap headers, String path, int status) {
        if (status >= 400) headers.set("Cache-Control", "no-store");
        else if (Assets.isNamedByContent(path)) headers.set("Cache-Control", "public, max-age=31536000, immutable");
        else if (path != null && path.startsWith("/assets/")) headers.set("Cache-Control", "no-cache");
        else if (!headers.contains("Cache-Control")) headers.set("Cache-Control", "no-store");
    }

    /** Whether the address itself is what lets its reader in. */
    private static boolean isSecret(String path) {
        return path != null && path.startsWith("/calendriers/");
    }

    /** The developer's own pages bring scripts of their own; they exist in no other mode. */
    private static boolean isTool(String path) {
        return LaunchMode.current() == LaunchMode.DEVELOPMENT && path != null && path.startsWith("/q/");
    }

    /** Scheme, host and port of an address, after a space, ready to be listed. */
    private static String origin(Optional<String> address) {
        return address.map(template -> URI.create(template.replaceAll("[{}]", "")))
                .map(uri -> " " + uri.getScheme() + "://" + uri.getAuthority())
                .orElse("");
    }
}
