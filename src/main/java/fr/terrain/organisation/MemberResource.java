package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Versions;
import fr.terrain.organisation.OrganisationView.MemberView;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The members of an organisation over JSON: read by each of them, changed by who manages them; anybody may go. */
@Path("/api/organisations/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@Authenticated
public class MemberResource {
    @Inject
    Caller caller;

    @Inject
    Members members;

    @Inject
    OrganisationRepository organisations;

    /** Exactly what a member may do from now on. */
    public record Rights(
            @NotNull(message = "Donnez la liste des droits, vide s’il n’y en a pas.")
            @Size(max = 7, message = "7 droits au plus.")
            List<@NotNull(message = "Un droit est vide.") Capability> capabilities) {
        Set<Capability> set() {
            Set<Capability> set = EnumSet.noneOf(Capability.class);
            set.addAll(capabilities);
            return set;
        }
    }

    @GET
    @Operation(summary = "Liste les membres")
    public List<MemberView> list(@RestPath long id) {
        Account reader = caller.account();
        boolean manages = manages(id, reader);
        return members.list(id, reader).stream()
                .map(one -> MemberView.of(one, manages))
                .toList();
    }

    @GET
    @Path("/{account}")
    @Operation(summary = "Donne un membre et ses droits")
    @APIResponseSchema(MemberView.class)
    public Response get(@RestPath long id, @RestPath long account) {
        Account reader = caller.account();
        return ok(members.get(id, account, reader), manages(id, reader));
    }

    @PUT
    @Path("/{account}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Donne à un membre exactement ces droits")
    @APIResponseSchema(MemberView.class)
    public Response change(
            @RestPath long id,
            @RestPath long account,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "Envoyez les droits en JSON.") Rights rights) {
        organisations.getManaged(id, caller.account());
        return ok(members.change(id, account, Versions.required(ifMatch), rights.set(), caller.account()), true);
    }

    /** Takes a member out, or oneself. */
    @DELETE
    @Path("/{account}")
    @Operation(summary = "Retire un membre, ou quitte l’organisation")
    @APIResponse(responseCode = "204", description = "C’est fait.")
    public Response remove(@RestPath long id, @RestPath long account) {
        members.remove(id, account, caller.account());
        return Response.noContent().build();
    }

    private boolean manages(long id, Account reader) {
        return organisations.capabilities(id, reader).contains(Capability.MANAGE_MEMBERS);
    }

    private static Response ok(Member member, boolean manages) {
        return Response.ok(MemberView.of(member, manages))
                .tag(Versions.tag(member.version()))
                .build();
    }
}
