package fr.terrain.portal;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;

/** The door to Keycloak: asking for this page signs in, and leads back to where one was. */
@Path("/connexion")
public class SignIn {
    private static final String OWN_PAGE = "/(?![/\\\\])[\\x21-\\x7e]{0,1000}";

    /** Goes back to {@code retour}, a path of this site, else to the home page. */
    @GET
    @Authenticated
    public Response back(@RestQuery String retour) {
        boolean own = retour != null && retour.matches(OWN_PAGE);
        return Response.seeOther(URI.create(own ? retour : "/")).build();
    }
}
