package fr.terrain.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.quarkus.logging.Log;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Writes a problem as its reader wants it: problem+json under /api, a page elsewhere. */
@ApplicationScoped
public class ProblemPage {
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    @Inject
    @Location("problem.html")
    Template page;

    @Inject
    ObjectMapper json;

    @Inject
    CurrentVertxRequest current;

    @Inject
    CurrentIdentityAssociation identity;

    /** The answer to the request that is under way. A page asks the database for the menu of its reader, so it is never drawn on the event loop. */
    public Uni<Response> answer(Problem problem, String path) {
        if (Api.holds(path)) return Uni.createFrom().item(response(problem, Problem.MEDIA_TYPE, problem));
        return drawn(problem).map(html -> response(problem, HTML, html));
    }

    private Uni<String> drawn(Problem problem) {
        if (BlockingOperationControl.isBlockingAllowed())
            return Uni.createFrom().item(draw(problem));
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() ->
                        context.executeBlocking(() -> draw(problem), false).toCompletionStage());
    }

    private static Response response(Problem problem, String type, Object entity) {
        return Response.status(problem.status()).type(type).entity(entity).build();
    }

    /** As its reader sees it; as anybody would when what failed is what says who reads. */
    private String draw(Problem problem) {
        try {
            return page.data("problem", problem).render();
        } catch (RuntimeException unknown) {
            Log.warn("a page is drawn as for anybody", unknown);
            return drawForNobody(current.getCurrent(), problem);
        }
    }

    /** Answers before a resource is looked for, to somebody who is not known yet, and takes no more of this connection. */
    void end(RoutingContext context, Problem problem) {
        boolean api = Api.holds(context.request().path());
        HttpServerResponse response = context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", api ? Problem.MEDIA_TYPE : HTML);
        if (context.request().version() != HttpVersion.HTTP_2) response.putHeader("Connection", "close");
        String body = api ? json(problem) : drawForNobody(context, problem);
        if (context.request().method() == HttpMethod.HEAD) response.end();
        else response.end(body);
    }

    private String json(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String drawForNobody(RoutingContext context, Problem problem) {
        ManagedContext scope = Arc.container().requestContext();
        ContextState before = scope.getStateIfActive();
        scope.activate();
        try {
            current.setCurrent(context);
            identity.setIdentity(
                    QuarkusSecurityIdentity.builder().setAnonymous(true).build());
            return page.data("problem", problem).render();
        } finally {
            scope.terminate();
            if (before != null) scope.activate(before);
        }
    }
}
