package fr.terrain.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fr.terrain.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** Says every failure as a problem: JSON for the API, the same words in a page for people. */
public class Problems {
    @Inject
    ProblemPage page;

    @ServerExceptionMapper
    Uni<Response> problem(ProblemException e, UriInfo uri) {
        return answer(e.problem(), uri);
    }

    @ServerExceptionMapper
    Uni<Response> refusal(Refusal e, UriInfo uri) {
        return answer(of(e), uri);
    }

    @ServerExceptionMapper
    Uni<Response> notFound(NotFoundException e, UriInfo uri) {
        return answer(Problem.notFound().problem(), uri);
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException e, UriInfo uri) {
        return answer(
                Problem.forbidden("Votre compte ne donne pas accès à cette page.")
                        .problem(),
                uri);
    }

    @ServerExceptionMapper
    Uni<Response> invalid(ConstraintViolationException e, UriInfo uri) {
        List<Map<String, String>> fields = e.getConstraintViolations().stream()
                .map(v -> Map.of("field", field(v), "detail", v.getMessage()))
                .sorted(java.util.Comparator.comparing(v -> v.get("field")))
                .toList();
        Problem problem = Problem.badInput(fields.getFirst().get("field"), details(fields))
                .problem();
        return answer(problem.with("fields", fields), uri);
    }

    @ServerExceptionMapper
    Uni<Response> unreadable(JsonMappingException e, UriInfo uri) {
        return answer(unreadable(path(e)), uri);
    }

    @ServerExceptionMapper
    Uni<Response> mismatched(MismatchedInputException e, UriInfo uri) {
        return unreadable(e, uri);
    }

    @ServerExceptionMapper
    Uni<Response> unreadable(JacksonException e, UriInfo uri) {
        return answer(unreadable("body"), uri);
    }

    @ServerExceptionMapper
    Uni<Response> broken(IOException e, UriInfo uri) {
        return answer(unreadable("body"), uri);
    }

    @ServerExceptionMapper
    Uni<Response> unknown(UnrecognizedPropertyException e, UriInfo uri) {
        return answer(Problem.badInput(path(e), "Ce champ n’existe pas.").problem(), uri);
    }

    @ServerExceptionMapper
    Uni<Response> other(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        if (status < 400) return Uni.createFrom().item(e.getResponse());
        if (e.getCause() instanceof ProblemException known) return problem(known, uri);
        if (e.getCause() instanceof UnrecognizedPropertyException json) return unknown(json, uri);
        if (e.getCause() instanceof JsonMappingException json) return unreadable(json, uri);
        if (e.getCause() instanceof JacksonException json) return unreadable(json, uri);
        Uni<Response> answer = answer(Problem.ofStatus(status), uri);
        if (status != 405) return answer;
        String allowed = AllowedMethods.on(uri.getPath());
        return answer.map(
                told -> Response.fromResponse(told).header("Allow", allowed).build());
    }

    /** Two wrote the same thing at once, and this is the second. */
    @ServerExceptionMapper
    Uni<Response> overtaken(OptimisticLockException e, UriInfo uri) {
        return answer(Problem.stale().problem(), uri);
    }

    @ServerExceptionMapper
    Uni<Response> unexpected(Throwable e, UriInfo uri) {
        if (isOfForm(e))
            return answer(
                    Problem.badInput(
                                    "body",
                                    "Ce formulaire ne se lit pas\u00a0: envoyez des champs codés en UTF‑8, 1 000 au plus.")
                            .problem(),
                    uri);
        String incident = UUID.randomUUID().toString();
        Log.errorf(e, "incident %s on %s", incident, withoutSecrets(uri.getPath()));
        Problem problem = Problem.of(
                500,
                "incident",
                "Une erreur est survenue de notre côté",
                "Rien n’a été enregistré. Recommencez plus tard ; si cela dure, donnez‑nous ce numéro : " + incident
                        + ".");
        return answer(problem.with("incident", incident), uri);
    }

    /** A rule's no: 409, with what the room's refusal tells besides. */
    private static Problem of(Refusal refusal) {
        String type = ProblemType.codeOf(refusal.reason());
        Problem problem = Problem.of(refusal.status(), type, Words.label(refusal.reason()), refusal.detail());
        for (var member : refusal.members().entrySet()) problem = problem.with(member.getKey(), member.getValue());
        return problem;
    }

    /** A path as it may be written down: a stretch of the length of a token opens a door to who reads it. */
    static String withoutSecrets(String path) {
        return path.replaceAll("(?<=/)[A-Za-z0-9_-]{43}(?=/|$)", "…");
    }

    private Uni<Response> answer(Problem problem, UriInfo uri) {
        return page.answer(problem, uri.getPath());
    }

    /** Whether what failed is the reading of a form: it throws whatever its decoders throw. */
    private static boolean isOfForm(Throwable e) {
        return Arrays.stream(e.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FormBodyHandler.class.getName()));
    }

    private static Problem unreadable(String field) {
        return Problem.badInput(field, "Cette valeur ne se lit pas : vérifiez son format.")
                .problem();
    }

    /** Where in the JSON: {@code project.techniques[0]}; the body itself when it is not said. */
    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return path.isEmpty() ? "body" : path;
    }

    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString().replace(".<list element>", "");
        int methodAndArgument = path.indexOf('.', path.indexOf('.') + 1);
        return methodAndArgument < 0
                ? path.substring(path.lastIndexOf('.') + 1)
                : path.substring(methodAndArgument + 1);
    }

    private static String details(List<Map<String, String>> fields) {
        return fields.stream().map(field -> field.get("detail")).distinct().collect(Collectors.joining(" "));
    }
}
