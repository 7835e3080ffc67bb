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

/** The forms with which the granting side follows a trial to its end. */
@Path("/instruction")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class TrialPages {
    @Inject
    Caller caller;

    @Inject
    DecisionDesk desk;

    @Inject
    TrialLife life;

    @Inject
    TrialEndings endings;

    /** The page of the request, for who comes back to the address of a form after signing in again. */
    @GET
    @Path(
            "/{reference: TER-[0-9-]+}/{verb: conditions|debut|suspension|reprise|autre-bilan|cloture|retrait-accord|resiliation}")
    public Response back(@RestPath String reference, @RestPath String verb) {
        return DecisionDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/conditions")
    public Response meet(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        ConditionGiven given = new ConditionGiven(
                faults.choice("kind", typed.one("kind"), StartCondition.Kind.class),
                faults.dayIfAny("doneOn", typed.one("doneOn")),
                faults.dayIfAny("validUntil", typed.one("validUntil")),
                typed.one("label"),
                typed.one("reference"));
        return desk.attempt(
                reference,
                Verb.MEET_CONDITION,
                typed,
                faults,
                (booking, version) -> life.meet(booking.id, version, given, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/debut")
    public Response start(@RestPath String reference) {
        return desk.attempt(
                reference, Verb.START, (booking, version) -> life.start(booking.id, version, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/suspension")
    public Response suspend(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        SuspensionOrder order = new SuspensionOrder(
                faults.choice("cause", typed.one("cause"), SuspensionCause.class),
                typed.one("words"),
                faults.dayIfAny("since", typed.one("since")),
                faults.dayIfAny("expectedOn", typed.one("expectedOn")));
        return desk.attempt(
                reference,
                Verb.SUSPEND,
                typed,
                faults,
                (booking, version) -> life.suspend(booking.id, version, order, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/reprise")
    public Response resume(@RestPath String reference) {
        Typed typed = Typed.current();
        return desk.attempt(
                reference,
                Verb.RESUME,
                (booking, version) -> life.resume(booking.id, version, typed.one("words"), caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/autre-bilan")
    public Response rejectReport(@RestPath String reference) {
        Typed typed = Typed.current();
        return desk.attempt(
                reference,
                Verb.REJECT_REPORT,
                (booking, version) -> life.rejectReport(booking.id, version, typed.one("reason"), caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/cloture")
    public Response close(@RestPath String reference) {
        return desk.attempt(
                reference, Verb.CLOSE, (booking, version) -> life.close(booking.id, version, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/retrait-accord")
    public Response rescind(@RestPath String reference) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        RescissionOrder order = new RescissionOrder(
                typed.one("law"),
                typed.one("fact"),
                faults.dayIfAny("invitedOn", typed.one("invitedOn")),
                typed.one("urgency"));
        return desk.attempt(
                reference,
                Verb.RESCIND,
                typed,
                faults,
                (booking, version) -> endings.rescind(booking.id, version, order, caller.account()));
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
