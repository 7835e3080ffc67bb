package fr.terrain.portal;

import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.resteasy.reactive.RestQuery;

/** The door to Keycloak: asking for this page signs in, and leads back to where one was. */
@Path("/connexion")
public class SignIn {
    private static final String OWN_PAGE = "/(?![/\\\\])[\\x21-\\x7e]{0,1000}";
    private static final URI HOME = URI.create("/");

    /** Goes back to {@code retour}, a path of this site, else to the home page. */
    @GET
    @Authenticated
    public Response back(@RestQuery String retour) {
        return Response.seeOther(ownPage(retour)).build();
    }

    /** Where Keycloak leads back who gave up, or could not be signed in. */
    @GET
    @Path("/refusee")
    @PermitAll
    public Response refused() {
        throw new ProblemException(
                Problem.of(
                        403,
                        "connexion-refusee",
                        "Vous n’êtes pas connecté",
                        "La connexion a été interrompue ou refusée. Vous pouvez consulter les terrains, ou vous connecter de nouveau."));
    }

    private static URI ownPage(String path) {
        try {
            if (path != null && path.matches(OWN_PAGE)) return new URI(path);
        } catch (URISyntaxException none) {
            return HOME;
        }
        return HOME;
    }
}
