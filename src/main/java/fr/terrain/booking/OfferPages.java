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

/** What the owner answers to an offer, and how a request leaves the waiting list. */
@Path("/mes-demandes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OfferPages {
    @Inject
    Caller caller;

    @Inject
    RequestDesk desk;

    @Inject
    WaitingList waitingList;

    /** The page of the request, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/{verb: offre-acceptee|offre-declinee|liste-attente-sortie}")
    public Response back(@RestPath String reference, @RestPath String verb) {
        return RequestDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/offre-acceptee")
    public Response accept(@RestPath String reference) {
        return desk.attempt(
                reference,
                Verb.ACCEPT_OFFER,
                (booking, version) -> waitingList.accept(booking.id, version, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/offre-declinee")
    public Response decline(@RestPath String reference) {
        return desk.attemptWithReason(
                reference,
                Verb.DECLINE_OFFER,
                (booking, version, why) -> waitingList.decline(booking.id, version, why, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/liste-attente-sortie")
    public Response delist(@RestPath String reference) {
        return desk.attemptWithReason(
                reference,
                Verb.DELIST,
                (booking, version, why) -> waitingList.delist(booking.id, version, why, caller.account()));
    }
}
