package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.organisation.Invitations.Welcome;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** Where the link of an invitation leads: anybody who has it reads who invites, and joins once signed in. Its address is a secret, told to nobody. */
@Path("/invitations")
@Produces(MediaType.TEXT_HTML)
public class InvitationPages {
    @Inject
    Caller caller;

    @Inject
    Invitations invitations;

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance invitation(Welcome welcome, String path, String reader);
    }

    @GET
    @Path("/{token: [A-Za-z0-9_-]{43}}")
    @PermitAll
    public Response show(@RestPath String token) {
        Optional<Account> reader = caller.find();
        Welcome welcome = invitations.open(token, reader);
        String name = reader.map(account -> account.name).orElse(null);
        return Response.status(
                        welcome.obstacle() == null ? 200 : welcome.obstacle().status())
                .entity(Templates.invitation(welcome, InvitationLink.PATH + token, name))
                .build();
    }

    @POST
    @Path("/{token: [A-Za-z0-9_-]{43}}")
    @Authenticated
    public Response accept(@RestPath String token) {
        try {
            Organisation joined = invitations.accept(token, caller.account());
            return Response.seeOther(URI.create("/mes-organisations/" + joined.id))
                    .build();
        } catch (OrganisationRefusal told) {
            return show(token);
        }
    }
}
