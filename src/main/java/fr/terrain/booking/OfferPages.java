package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Typed;
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
    private static final int LONGEST_REASON = 2000;

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
                Typed.current(),
                new Faults(),
                (booking, version) -> waitingList.accept(booking.id, version, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/offre-declinee")
    public Response decline(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        String why = faults.text("reason", typed.one("reason"), LONGEST_REASON);
        return desk.attempt(
                reference,
                Verb.DECLINE_OFFER,
                typed,
                faults,
                (booking, version) -> waitingList.decline(booking.id, version, why, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/liste-attente-sortie")
    public Response delist(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        String why = faults.text("reason", typed.one("reason"), LONGEST_REASON);
        return desk.attempt(
                reference,
                Verb.DELIST,
                typed,
                faults,
                (booking, version) -> waitingList.delist(booking.id, version, why, caller.account()));
    }
}
