package fr.terrain.http;

import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;

/** The methods that an address answers to, as an answer 405 must list them (RFC 9110, 15.5.6). */
final class AllowedMethods {
    /** A name in braces, with a pattern that may have braces of its own. */
    private static final String PARAMETER = "\\{[^{}]*(\\{[^{}]*}[^{}]*)*}";

    private AllowedMethods() {}

    /** Of the request that is being answered: {@code GET, HEAD, OPTIONS}. */
    static String on(String path) {
        TreeSet<String> methods = new TreeSet<>();
        Deployment deployment = CurrentRequestManager.get().getDeployment();
        for (var resource : deployment.getClassMappers())
            for (var handler : resource.value.handlers)
                if (handler instanceof ClassRoutingHandler routes) add(methods, routes, path);
        if (methods.contains("GET")) methods.add("HEAD");
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private static void add(TreeSet<String> methods, ClassRoutingHandler routes, String path) {
        routes.getMappers().forEach((method, mapper) -> {
            if (method == null) return;
            for (var route : mapper.getTemplates())
                if (matches(route.value.getClassPath().template + route.value.getPath().template, path))
                    methods.add(method);
        });
    }

    private static boolean matches(String template, String path) {
        String pattern = template.replaceAll(PARAMETER, "[^/]+").replaceAll("/+", "/");
        return path.matches(pattern.replaceAll("(?<=.)/$", "") + "/?");
    }
}
