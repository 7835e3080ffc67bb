package fr.terrain.booking;

import fr.terrain.account.Caller;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** The form by which the owner asks why silence refused. */
@Path("/mes-demandes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReasonsPages {
    @Inject
    Caller caller;

    @Inject
    RequestDesk desk;

    @Inject
    SilentRefusals refusals;

    /** The page of the request, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/motifs")
    public Response back(@RestPath String reference) {
        return RequestDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/motifs")
    public Response ask(@RestPath String reference) {
        return desk.attempt(
                reference,
                Verb.ASK_REASONS,
                (booking, version) -> refusals.askReasons(booking.id, version, caller.account()));
    }
}
