package fr.terrain.http;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;

/** The routes of the running application, as its router knows them: method, and path with names in braces. */
final class Routes {
    private static final String PARAMETER = "\\{\\s*(\\w+)[^{}]*(?:\\{[^{}]*}[^{}]*)*}";

    private Routes() {}

    static TreeSet<String> all() {
        TreeSet<String> routes = new TreeSet<>();
        for (var resource : ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers())
            for (var handler : resource.value.handlers)
                if (handler instanceof ClassRoutingHandler router)
                    router.getMappers().forEach((method, mapper) -> {
                        if (method != null)
                            mapper.getTemplates()
                                    .forEach(route -> routes.add(method + " "
                                            + plain(
                                                    route.value.getClassPath().template,
                                                    route.value.getPath().template)));
                    });
        return routes;
    }

    private static String plain(String first, String second) {
        String path = (first + "/" + second).replaceAll(PARAMETER, "{$1}").replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
