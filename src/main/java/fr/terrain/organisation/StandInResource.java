package fr.terrain.organisation;

import fr.terrain.account.Caller;
import fr.terrain.http.Once;
import fr.terrain.organisation.OrganisationView.StandInView;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who stands in for whom in an organisation, over JSON. */
@Path("/api/organisations/{id}/stand-ins")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@Authenticated
public class StandInResource {
    @Inject
    Caller caller;

    @Inject
    StandIns standIns;

    /** Accounts of two members, and local dates of Europe/Paris, both included. */
    public record Absence(
            @NotNull(message = "Donnez le compte de la personne absente.")
            Long absent,

            @NotNull(message = "Donnez le compte de la personne qui la supplée.")
            Long standIn,

            @NotNull(message = "Donnez le premier jour.") LocalDate firstDay,
            @NotNull(message = "Donnez le dernier jour.") LocalDate lastDay) {}

    /** Those that run or are to come. */
    @GET
    @Operation(summary = "Liste les suppléances en cours ou à venir")
    public List<StandInView> list(@RestPath long id) {
        return standIns.list(id, caller.account()).stream().map(StandInView::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Désigne un suppléant")
    @APIResponseSchema(value = StandInView.class, responseCode = "201")
    @Once
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response name(
            @RestPath long id, @Valid @NotNull(message = "Envoyez la suppléance en JSON.") Absence absence) {
        StandIn named = standIns.name(
                id, absence.absent(), absence.standIn(), absence.firstDay(), absence.lastDay(), caller.account());
        return Response.created(URI.create("/api/organisations/" + id + "/stand-ins/" + named.id()))
                .entity(StandInView.of(named))
                .build();
    }

    /** Ends it at once: yesterday was its last day, or it never began. */
    @DELETE
    @Path("/{standIn}")
    @Operation(summary = "Met fin à une suppléance")
    @APIResponse(responseCode = "204", description = "C’est fait.")
    public Response end(@RestPath long id, @RestPath long standIn) {
        standIns.end(id, standIn, caller.account());
        return Response.noContent().build();
    }
}
