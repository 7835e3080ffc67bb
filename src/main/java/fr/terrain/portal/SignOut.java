package fr.terrain.portal;

import io.quarkus.oidc.IdToken;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Signs out, here and at Keycloak, whoever sends the form of the menu: no link or picture of another site does it. */
@Path("/deconnexion")
@PermitAll
public class SignOut {
    private static final URI HOME = URI.create("/");

    @Inject
    OidcSession session;

    @Inject
    OidcConfigurationMetadata keycloak;

    @Inject
    SecurityIdentity identity;

    @Inject
    @IdToken
    JsonWebToken idToken;

    @POST
    public Uni<Response> leave(@Context UriInfo here) {
        if (identity.isAnonymous())
            return Uni.createFrom().item(Response.seeOther(HOME).build());
        URI end = UriBuilder.fromUri(keycloak.getEndSessionUri())
                .queryParam("id_token_hint", idToken.getRawToken())
                .queryParam(
                        "post_logout_redirect_uri",
                        here.getBaseUriBuilder().path("/").build())
                .build();
        return session.logout().map(gone -> Response.seeOther(end).build());
    }

    /** Who opens the address of the form goes home. */
    @GET
    public Response back() {
        return Response.seeOther(HOME).build();
    }
}
