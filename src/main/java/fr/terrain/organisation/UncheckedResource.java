package fr.terrain.organisation;

import fr.terrain.account.Caller;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.Problem;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The organisations that wait for their identity to be checked, for the operator's staff. */
@Path("/api/unchecked-organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@Authenticated
public class UncheckedResource {
    private static final int MOST = 1000;
    private static final int USUAL = 50;
    private static final int LAST_PAGE = 99_999;

    @Inject
    Caller caller;

    @Inject
    OrganisationRepository organisations;

    /** The oldest first; {@code Link: rel="next"} (RFC 8288) when there are more. */
    @GET
    @Transactional
    @Operation(summary = "Liste les organisations à vérifier, pour les agents de la Métropole")
    @APIResponseSchema(OrganisationView[].class)
    public Response list(@Context UriInfo uri, @RestQuery String limit, @RestQuery String page) {
        if (!organisations.isStaff(caller.account()))
            throw Problem.forbidden("La vérification des organisations revient aux agents de la Métropole.");
        GivenParameters.only(uri, "limit", "page");
        int most = GivenParameters.whole("limit", limit, 1, MOST, USUAL);
        int number = GivenParameters.whole("page", page, 1, LAST_PAGE, 1);
        List<Organisation> found = organisations.listUnchecked(most + 1, (number - 1) * most);
        Response.ResponseBuilder answer =
                Response.ok(found.stream().limit(most).map(OrganisationView::of).toList());
        if (found.size() > most)
            answer.header(
                    "Link",
                    "</api/unchecked-organisations?limit=%d&page=%d>; rel=\"next\"".formatted(most, number + 1));
        return answer.build();
    }
}
