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

/** The forms with which an owner ends a trial: its report, its early end. */
@Path("/mes-demandes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OwnTrialPages {
    @Inject
    Caller caller;

    @Inject
    RequestDesk desk;

    @Inject
    TrialLife life;

    @Inject
    TrialEndings endings;

    /** The page of the request, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/bilan")
    public Response backToReport(@RestPath String reference) {
        return RequestDesk.see(reference);
    }

    /** The page of the request, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/resiliation")
    public Response backToTermination(@RestPath String reference) {
        return RequestDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/bilan")
    public Response report(@RestPath String reference) {
        Typed typed = Typed.current();
        ReportGiven given = new ReportGiven(typed.one("text"), typed.one("learnt"), typed.one("publicSummary"));
        return desk.attempt(
                reference,
                Verb.FILE_REPORT,
                (booking, version) -> life.report(booking.id, version, given, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/resiliation")
    public Response terminate(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        TerminationNotice notice = TerminationNotice.of(typed, faults);
        return desk.attempt(
                reference,
                Verb.TERMINATE,
                typed,
                faults,
                (booking, version) -> endings.terminate(booking.id, version, notice, caller.account()));
    }
}
