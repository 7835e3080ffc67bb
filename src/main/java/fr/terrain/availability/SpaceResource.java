package fr.terrain.availability;

import fr.terrain.ParisClock;
import fr.terrain.account.Caller;
import fr.terrain.availability.ClosureRepository.Standing;
import fr.terrain.http.Once;
import fr.terrain.http.Problem;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What who keeps a site does to one of its spaces, over JSON: closes it for a time, opens it again, says how many projects it holds. */
@Path("/api/spaces/{space}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terrains")
@Authenticated
public class SpaceResource {
    @Inject
    Caller caller;

    @Inject
    SpaceKeeper keeper;

    @Inject
    SpaceChanges changes;

    @Inject
    ClosureRepository closures;

    @Inject
    Clock clock;

    /** Local times of Europe/Paris, without offset. */
    public record ClosureBody(
            @NotNull(message = "Donnez le début de la fermeture.")
            LocalDateTime starts,

            @NotNull(message = "Donnez la fin de la fermeture.")
            LocalDateTime ends,

            @Size(max = 300, message = "300 caractères au plus.")
            String cause) {}

    /** How many projects a space holds at once. */
    public record Capacity(
            @NotNull(message = "Donnez la capacité.")
            @Min(value = 1, message = "Un essai au moins.")
            @Max(value = 100, message = "100 essais au plus.")
            Integer capacity) {}

    /** Those that run or are to come; at most 1 000. */
    @GET
    @Path("/closures")
    @Transactional
    @Operation(summary = "Liste les fermetures d’un espace, en cours ou à venir")
    public List<Standing> list(@RestPath long space) {
        return closures.listStanding(keeper.kept(space).id, now());
    }

    /** 409 with the stretches in the way when somebody was promised some of that time. */
    @POST
    @Path("/closures")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Ferme un espace pour un temps")
    @APIResponseSchema(value = Standing.class, responseCode = "201")
    @Once
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response close(
            @RestPath long space, @Valid @NotNull(message = "Envoyez la fermeture en JSON.") ClosureBody body) {
        Closure closure = new Closure(keeper.kept(space).id, body.starts(), body.ends(), body.cause());
        long id = changes.close(closure, caller.account().id);
        return Response.created(URI.create("/api/spaces/" + space + "/closures/" + id))
                .entity(new Standing(id, space, closure.starts(), closure.ends(), closure.cause()))
                .build();
    }

    /** Opens the space again; the closure stays written. */
    @DELETE
    @Path("/closures/{closure}")
    @Transactional
    @Operation(summary = "Rouvre un espace")
    @APIResponse(responseCode = "204", description = "C’est fait.")
    public Response reopen(@RestPath long space, @RestPath long closure) {
        if (closures.listStanding(keeper.kept(space).id, now()).stream().noneMatch(one -> one.id() == closure))
            throw Problem.notFound();
        changes.reopen(closure, caller.account().id);
        return Response.noContent().build();
    }

    /** From 1 to 100; 409 with the stretches in the way when more projects than that are expected at once. */
    @PUT
    @Path("/capacity")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(summary = "Change le nombre d’essais qu’un espace accueille en même temps")
    public Capacity resize(
            @RestPath long space, @Valid @NotNull(message = "Envoyez la capacité en JSON.") Capacity wanted) {
        changes.resize(keeper.kept(space).id, wanted.capacity());
        return wanted;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(ParisClock.PARIS));
    }
}
