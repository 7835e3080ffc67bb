package fr.terrain.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Asks who is calling: people go to sign in, callers of the API are told which token is missing. */
public class Challenge {
    private static final String ATTEMPT = "q_auth_";
    private static final int MOST_ATTEMPTS = 8;

    @Inject
    ProblemPage page;

    @ServerExceptionMapper
    Uni<Response> nobody(UnauthorizedException e, RoutingContext context) {
        return challenge(context);
    }

    @ServerExceptionMapper
    Uni<Response> notBelieved(AuthenticationFailedException e, RoutingContext context) {
        return challenge(context);
    }

    private Uni<Response> challenge(RoutingContext context) {
        forgetOldAttempts(context);
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator.getChallenge(context).flatMap(data -> answer(data, context));
    }

    /** Each page that sends somebody to sign in leaves a cookie; before there are so many that no request gets through (431), they go. */
    private static void forgetOldAttempts(RoutingContext context) {
        List<String> attempts = context.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(ATTEMPT))
                .toList();
        if (attempts.size() < MOST_ATTEMPTS) return;
        for (String attempt : attempts)
            context.response()
                    .addCookie(
                            Cookie.cookie(attempt, "").setPath("/").setMaxAge(0).setHttpOnly(true));
    }

    private Uni<Response> answer(ChallengeData data, RoutingContext context) {
        int status = data == null ? 401 : data.status;
        Uni<Response> answer = status < 400
                ? Uni.createFrom().item(Response.status(status).build())
                : page.answer(Problem.ofStatus(status), context.request().path());
        return answer.map(told -> with(data, told));
    }

    private static Response with(ChallengeData data, Response told) {
        Response.ResponseBuilder answer = Response.fromResponse(told);
        if (data != null) data.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
        return answer.build();
    }
}
