package fr.terrain.convention;

import fr.terrain.account.Caller;
import fr.terrain.convention.ConventionIssuer.Issued;
import fr.terrain.convention.ConventionResource.ConventionView;
import fr.terrain.http.Target;
import fr.terrain.http.Versions;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An issued convention goes back to be written again: its author recalls it, or a party will not sign. The answer is the convention, void. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
@Authenticated
public class RecallResource {
    @Inject
    Caller caller;

    @Inject
    ConventionRecall recalls;

    /** Why, in 10 to 2 000 characters. */
    public record Why(
            @Size(max = 2000, message = "2 000 caractères au plus.")
            String reason) {}

    /** Why, in 10 to 2 000 characters; the party is needed where the caller signs for several. */
    public record NoSignature(
            @Size(max = 2000, message = "2 000 caractères au plus.")
            String reason,

            Long party) {}

    @POST
    @Path("/{id}/recall")
    @Operation(summary = "Rappelle la convention pour la corriger")
    @APIResponseSchema(ConventionView.class)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response recall(@BeanParam Target target, @Valid @NotNull(message = "Envoyez le motif en JSON.") Why why) {
        return ok(recalls.recall(target.id(), target.version(), why.reason(), caller.account()));
    }

    @POST
    @Path("/{id}/signature-refusal")
    @Operation(summary = "Refuse de signer la convention")
    @APIResponseSchema(ConventionView.class)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decline(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez le motif en JSON.") NoSignature no) {
        return ok(recalls.decline(target.id(), target.version(), no.party(), no.reason(), caller.account()));
    }

    private static Response ok(Issued issued) {
        return Response.ok(ConventionView.of(issued))
                .tag(Versions.tag(issued.booking().version()))
                .build();
    }
}
