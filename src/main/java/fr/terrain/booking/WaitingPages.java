package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.http.Blank;
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

/** The officer's forms about time that is kept or may come: option, waiting list, offer. */
@Path("/instruction")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class WaitingPages {
    @Inject
    Caller caller;

    @Inject
    DecisionDesk desk;

    @Inject
    WaitingList waitingList;

    @Inject
    Options options;

    /** The page of the request, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/{verb: option|option-levee|liste-attente|liste-attente-sortie|offre}")
    public Response back(@RestPath String reference, @RestPath String verb) {
        return DecisionDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/option")
    public Response place(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        var until = faults.day("until", typed.one("until"), "Donnez le dernier jour de l’option.");
        return desk.attempt(
                reference,
                Verb.PLACE_OPTION,
                typed,
                faults,
                (booking, version) -> options.place(booking.id, version, until, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/option-levee")
    public Response release(@RestPath String reference) {
        return desk.attempt(
                reference,
                Verb.RELEASE_OPTION,
                (booking, version) -> options.release(booking.id, version, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/liste-attente")
    public Response enlist(@RestPath String reference) {
        return desk.attempt(
                reference,
                Verb.ENLIST,
                (booking, version) -> waitingList.enlist(booking.id, version, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/liste-attente-sortie")
    public Response delist(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        String why = faults.text("reason", typed.one("reason"), Given.LONGEST_REASON);
        return desk.attempt(
                reference,
                Verb.DELIST,
                typed,
                faults,
                (booking, version) -> waitingList.delist(booking.id, version, why, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/offre")
    public Response offer(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        OfferedDays days = new OfferedDays(
                faults.day("firstDay", typed.one("firstDay"), "Donnez le premier jour proposé."),
                faults.day("lastDay", typed.one("lastDay"), "Donnez le dernier jour proposé."),
                Blank.is(typed.one("answerBy"))
                        ? null
                        : faults.day("answerBy", typed.one("answerBy"), "Donnez le dernier jour pour répondre."));
        return desk.attempt(
                reference,
                Verb.OFFER_SLOT,
                typed,
                faults,
                (booking, version) -> waitingList.offer(booking.id, version, days, caller.account()));
    }
}
