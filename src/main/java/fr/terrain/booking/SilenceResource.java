package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.http.Target;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** What the law asks around silence, over JSON: the receipt, and the reasons of a silent refusal. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demandes")
@Authenticated
public class SilenceResource {
    @Inject
    Caller caller;

    @Inject
    SilentRefusals refusals;

    @Inject
    Receipts receipts;

    @Inject
    BookingViews views;

    @POST
    @Path("/{id}/reasons-request")
    @Operation(summary = "Demande les motifs du refus implicite")
    @APIResponseSchema(BookingView.class)
    public Response askReasons(@BeanParam Target target) {
        return views.ok(refusals.askReasons(target.id(), target.version(), caller.account()));
    }

    @POST
    @Path("/{id}/reasons")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Communique les motifs du refus implicite")
    @APIResponseSchema(BookingView.class)
    public Response giveReasons(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez les motifs en JSON.") Refused reasons) {
        return views.ok(refusals.giveReasons(target.id(), target.version(), reasons, caller.account()));
    }

    @POST
    @Path("/{id}/receipt")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enregistre un accusé de réception délivré autrement que par message")
    @APIResponseSchema(BookingView.class)
    public Response recordReceipt(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez l’accusé en JSON.") Receipts.Given given) {
        return views.ok(receipts.record(target.id(), target.version(), given, caller.account()));
    }
}
