package fr.terrain.organisation;

import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Once;
import fr.terrain.http.Problem;
import fr.terrain.organisation.OrganisationView.InvitationView;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The invitations of an organisation over JSON; the link of each is in its mail and nowhere else. */
@Path("/api/organisations/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@Authenticated
public class InvitationResource {
    @Inject
    Caller caller;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Invitations invitations;

    /** Who is invited to do what. */
    public record Guest(
            @Size(max = 254, message = "254 caractères au plus.")
            String email,

            @NotNull(message = "Donnez la liste des droits, vide s’il n’y en a pas.")
            @Size(max = 7, message = "7 droits au plus.")
            List<@NotNull(message = "Un droit est vide.") Capability> capabilities) {}

    @GET
    @Operation(summary = "Liste les invitations en attente")
    public List<InvitationView> list(@RestPath long id) {
        return invitations.list(id, caller.account()).stream()
                .map(InvitationView::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite une personne par courriel")
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    @Once
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response invite(@RestPath long id, @Valid @NotNull(message = "Envoyez l’invitation en JSON.") Guest guest) {
        organisations.getManaged(id, caller.account());
        Faults faults = new Faults();
        String email = Mailbox.read("email", guest.email(), faults);
        if (email.isEmpty()) faults.add("email", "Donnez l’adresse électronique de la personne à inviter.");
        if (faults.any()) throw Problem.badInput(faults);
        Set<Capability> wanted = EnumSet.noneOf(Capability.class);
        wanted.addAll(guest.capabilities());
        Invitation invitation = invitations.invite(id, email, wanted, caller.account());
        return Response.created(URI.create("/api/organisations/" + id + "/invitations/" + invitation.id))
                .entity(InvitationView.of(invitation))
                .build();
    }

    /** Sends it again with a new link, for another fortnight. */
    @POST
    @Path("/{invitation}/renewal")
    @Operation(summary = "Renvoie une invitation, avec un nouveau lien")
    public InvitationView renew(@RestPath long id, @RestPath long invitation) {
        return InvitationView.of(invitations.renew(id, invitation, caller.account()));
    }

    @DELETE
    @Path("/{invitation}")
    @Operation(summary = "Annule une invitation")
    @APIResponse(responseCode = "204", description = "C’est fait.")
    public Response revoke(@RestPath long id, @RestPath long invitation) {
        invitations.revoke(id, invitation, caller.account());
        return Response.noContent().build();
    }
}
