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

/** The forms of the officer around silence: telling why it refused, recording a receipt. */
@Path("/instruction")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SilencePages {
    @Inject
    Caller caller;

    @Inject
    DecisionDesk desk;

    @Inject
    SilentRefusals refusals;

    @Inject
    Receipts receipts;

    /** The page of the request, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/{verb: motifs|accuse}")
    public Response back(@RestPath String reference, @RestPath String verb) {
        return DecisionDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/motifs")
    public Response giveReasons(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        Refused reasons = new Refused(
                faults.required(
                        "law",
                        typed.one("law"),
                        10,
                        4000,
                        "Écrivez le motif de droit\u00a0: le texte qui fonde le refus, en 10 caractères au moins."),
                faults.required(
                        "fact",
                        typed.one("fact"),
                        10,
                        4000,
                        "Écrivez le motif de fait\u00a0: ce qui, dans ce dossier, s’y oppose, en 10 caractères au moins."));
        return desk.attempt(
                reference,
                Verb.GIVE_REASONS,
                typed,
                faults,
                (booking, version) -> refusals.giveReasons(booking.id, version, reasons, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/accuse")
    public Response recordReceipt(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        Receipts.Given given = new Receipts.Given(
                faults.day("sentOn", typed.one("sentOn"), "Donnez le jour où l’accusé a été délivré."),
                faults.required("how", typed.one("how"), 1, Receipts.LONGEST, "Dites comment l’accusé a été délivré."));
        return desk.attempt(
                reference,
                Verb.RECORD_RECEIPT,
                typed,
                faults,
                (booking, version) -> receipts.record(booking.id, version, given, caller.account()));
    }
}
