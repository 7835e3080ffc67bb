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
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;

/** The forms of the examination beside the decision: in charge, complements, visa, forwarding. */
@Path("/instruction")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ExaminationPages {
    @Inject
    Caller caller;

    @Inject
    DecisionDesk desk;

    @Inject
    Examination examination;

    @Inject
    BookingTrail trail;

    /** The page of the request, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/{verb: affectation|complements|visa|transmission}")
    public Response back(@RestPath String reference, @RestPath String verb) {
        return DecisionDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/affectation")
    public Response reassign(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        Long officer = faults.id("officer", typed.one("officer"), "Choisissez un agent.");
        Assignment named = new Assignment(officer, faults.text("reason", typed.one("reason"), Assignment.LONGEST));
        return desk.attempt(
                reference,
                Verb.REASSIGN,
                typed,
                faults,
                (booking, version) -> examination.reassign(booking.id, version, named, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/complements")
    public Response askForChanges(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        ChangesAsked asked = new ChangesAsked(
                faults.day("answerBy", typed.one("answerBy"), "Donnez le dernier jour pour répondre."),
                typed.has("missingPieces", "true"),
                faults.required(
                        "why",
                        typed.one("why"),
                        10,
                        ChangesAsked.LONGEST_WHY,
                        "Dites ce qui manque et pourquoi, en 10 caractères au moins."),
                faults.choices("fields", typed.all("fields"), RequestField.class));
        if (asked.fields().isEmpty()) faults.add("fields", "Choisissez au moins un champ à compléter.");
        return desk.attempt(
                reference,
                Verb.ASK_FOR_CHANGES,
                typed,
                faults,
                (booking, version) -> examination.askForChanges(booking.id, version, asked, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/visa")
    public Response giveVisa(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        String note = Blank.orNull(faults.text("note", typed.one("note"), Examination.LONGEST_NOTE));
        return desk.attempt(
                reference,
                Verb.GIVE_VISA,
                typed,
                faults,
                (booking, version) -> examination.giveVisa(booking.id, version, note, caller.account()));
    }

    /** A second click finds the request gone, and is led where the first one was. */
    @POST
    @Path("/{reference: TER-[0-9-]+}/transmission")
    public Response forward(@RestPath String reference) {
        if (trail.isLast(reference, Verb.FORWARD, caller.account()))
            return Response.seeOther(URI.create("/instruction")).build();
        Typed typed = Typed.current();
        Faults faults = new Faults();
        Long organisation = faults.id("organisation", typed.one("organisation"), "Choisissez l’organisme compétent.");
        Forwarding to = new Forwarding(
                organisation,
                faults.required(
                        "reason",
                        typed.one("reason"),
                        10,
                        Forwarding.LONGEST,
                        "Dites pourquoi cet organisme est compétent, en 10 caractères au moins."));
        return desk.attempt(
                reference,
                Verb.FORWARD,
                typed,
                faults,
                (booking, version) -> examination.forward(booking.id, version, to, caller.account()));
    }
}
