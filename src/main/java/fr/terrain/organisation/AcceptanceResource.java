package fr.terrain.organisation;

import fr.terrain.account.Caller;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Following the link of an invitation over JSON; the token is a secret and makes its bearer a member once. */
@Path("/api/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@Authenticated
public class AcceptanceResource {
    @Inject
    Caller caller;

    @Inject
    Invitations invitations;

    @POST
    @Path("/{token: [A-Za-z0-9_-]{43}}/acceptance")
    @Operation(summary = "Rejoint une organisation par le lien d’une invitation")
    @APIResponseSchema(OrganisationView.class)
    public Response accept(@RestPath String token) {
        return OrganisationResource.ok(invitations.accept(token, caller.account()));
    }
}
