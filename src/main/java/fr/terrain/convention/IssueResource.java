package fr.terrain.convention;

import fr.terrain.account.Caller;
import fr.terrain.convention.ConventionResource.ConventionView;
import fr.terrain.document.Document;
import fr.terrain.http.Once;
import fr.terrain.http.Versions;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The legal team issues the convention of an agreed booking. */
@Path("/api/bookings/{id}/conventions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conventions")
@Authenticated
public class IssueResource {
    @Inject
    Caller caller;

    @Inject
    ConventionIssuer issuer;

    @POST
    @Once
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    @Operation(summary = "Émet la convention d’une demande accordée")
    @APIResponseSchema(value = ConventionView.class, responseCode = "201")
    public Response issue(@RestPath long id, @HeaderParam("If-Match") String ifMatch) {
        Document document = issuer.issue(id, Versions.of(ifMatch), caller.account());
        return Response.created(URI.create("/api/conventions/" + document.number()))
                .entity(ConventionView.of(issuer.get(document.number(), caller.account())))
                .build();
    }
}
