package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.http.Typed;
import fr.terrain.organisation.OrganisationRepository;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where the owner follows one request: its page, and how a form of that page is done. */
@ApplicationScoped
public class RequestDesk {
    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    Transitions transitions;

    @Inject
    BookingTrail trail;

    @Inject
    Dossiers dossiers;

    @Inject
    WaitingSheets waitings;

    @Inject
    Strips strips;

    @Inject
    TrialSheets trials;

    @Inject
    OrganisationRepository organisations;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance request(RequestPage page);
    }

    /** One request as its owner sees it, what is open to him, and what was typed in vain. */
    public record RequestPage(
            Dossier dossier, RequestStrip strip, TrialSheet trial, Acts acts, WaitingSheet waiting, Trouble trouble) {}

    /** What a form that may say why does to the request that was opened. */
    @FunctionalInterface
    interface ReasonedAct {
        void on(Booking booking, Integer version, String why);
    }

    /** The request, for a member of the organisation that asks; seen by somebody else, it is not theirs to act on. */
    Booking open(String reference) {
        Booking booking = bookings.getVisible(reference, caller.account());
        if (!isOwner(booking))
            throw Problem.forbidden("Seuls les membres de l’organisation qui demande agissent sur cette page.");
        return booking;
    }

    boolean isOwner(Booking booking) {
        return booking.isWrittenBy(caller.account().id)
                || organisations.isMember(booking.party(Party.Role.OCCUPANT).organisationId, caller.account());
    }

    Response page(Booking booking) {
        return page(booking, Acts.of(transitions.listOpen(booking, caller.account())), Trouble.none());
    }

    /**
     * Does what a form of the page asks and shows its result; a second click on the same button shows it too.
     *
     * @param typed the form; its {@code version} says what was read
     * @param faults what is already known to be wrong in it: then nothing is tried
     */
    public Response attempt(String reference, Verb verb, Typed typed, Faults faults, DecisionDesk.Act act) {
        Account account = caller.account();
        Booking booking = open(reference);
        if (trail.isLast(booking.id, verb, account)) return see(reference);
        if (faults.any()) return failed(booking, verb, typed, Trouble.of(faults));
        try {
            act.on(booking, DraftPages.version(typed.one("version")));
            return see(reference);
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            if (trail.isLast(booking.id, verb, account)) return see(reference);
            return failed(open(reference), verb, typed, trouble);
        }
    }

    /** The same for a form whose fields the verb itself judges, or that has none. */
    Response attempt(String reference, Verb verb, DecisionDesk.Act act) {
        return attempt(reference, verb, Typed.current(), new Faults(), act);
    }

    /** The same for a form that says why, or leaves it out. */
    Response attemptWithReason(String reference, Verb verb, ReasonedAct act) {
        Typed typed = Typed.current();
        Faults faults = new Faults();
        String why = faults.text("reason", typed.one("reason"), Given.LONGEST_REASON);
        return attempt(reference, verb, typed, faults, (booking, version) -> act.on(booking, version, why));
    }

    static Response see(String reference) {
        return Response.seeOther(URI.create("/mes-demandes/" + reference)).build();
    }

    private Response failed(Booking booking, Verb verb, Typed typed, Trouble trouble) {
        Trouble named = trouble.under(Acts.prefix(verb));
        return page(booking, new Acts(transitions.listOpen(booking, caller.account()), verb, typed, named), named);
    }

    private Response page(Booking booking, Acts acts, Trouble trouble) {
        Dossier dossier = dossiers.of(booking, Reader.OCCUPANT, caller.account());
        RequestStrip strip = booking.isPlaced()
                        && (dossier.draft() || booking.status().isUndecided())
                ? strips.of(
                        booking.siteId,
                        booking.spaces().stream().map(BookedSpace::spaceId).toList(),
                        booking.firstDay(),
                        booking.lastDay())
                : null;
        return Response.status(trouble.status())
                .entity(Templates.request(
                        new RequestPage(dossier, strip, trials.of(booking), acts, waitings.of(booking, acts), trouble)))
                .build();
    }
}
