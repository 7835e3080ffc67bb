package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.http.Typed;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.SiteRepository;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Where the granting side works on one request: who may open it, its page, and how a form of that page is done. */
@ApplicationScoped
public class DecisionDesk {
    /** Any of these is enough to work on a request. */
    static final List<Capability> WORK =
            List.of(Capability.INSTRUCT, Capability.DECIDE, Capability.LEGAL, Capability.VISA);

    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    SummaryRepository summaries;

    @Inject
    Transitions transitions;

    @Inject
    BookingTrail trail;

    @Inject
    Dossiers dossiers;

    @Inject
    ExaminationSheets examinations;

    @Inject
    WaitingSheets waitings;

    @Inject
    TrialSheets trials;

    @Inject
    SiteRepository sites;

    @Inject
    OrganisationRepository organisations;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance decision(DecisionPage page);
    }

    /** What a form does to the request that was opened. */
    @FunctionalInterface
    public interface Act {
        /** @param version what the page showed */
        void on(Booking booking, Integer version);
    }

    /** The request, for who works for its granting organisation; seen by somebody else, it is not theirs to examine. */
    Booking open(String reference) {
        Booking booking = bookings.getVisible(reference, caller.account());
        if (capabilities(booking).stream().noneMatch(WORK::contains))
            throw Problem.forbidden("Seuls les agents du gestionnaire de ce terrain instruisent cette demande.");
        if (booking.submittedAt() == null) throw Problem.notFound();
        return booking;
    }

    Response page(Booking booking) {
        return page(booking, new DecisionForm(), Trouble.none());
    }

    /** The page again, with what was typed in vain into the form of the decision itself. */
    private Response page(Booking booking, DecisionForm form, Trouble trouble) {
        return page(booking, Acts.of(open(booking)), form, trouble);
    }

    /**
     * Does what a form of the page asks and shows its result; a second click on the same button shows it too.
     *
     * @param typed the form; its {@code version} says what was read
     * @param faults what is already known to be wrong in it: then nothing is tried
     */
    public Response attempt(String reference, Verb verb, Typed typed, Faults faults, Act act) {
        Booking booking = open(reference);
        if (trail.isLast(booking.id, verb, caller.account())) return see(reference);
        if (faults.any()) return failed(booking, verb, typed, Trouble.of(faults));
        try {
            act.on(booking, DraftPages.version(typed.one("version")));
            return seeIfMine(booking.id, reference);
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            if (trail.isLast(booking.id, verb, caller.account())) return see(reference);
            return failed(open(reference), verb, typed, trouble);
        }
    }

    /** The same for a form whose fields the verb itself judges, or that has none. */
    public Response attempt(String reference, Verb verb, Act act) {
        return attempt(reference, verb, Typed.current(), new Faults(), act);
    }

    /** The same for the two forms of the decision itself. */
    Response decide(String reference, Verb verb, DecisionForm form, Faults faults, Act act) {
        Booking booking = open(reference);
        if (faults.any()) return page(booking, form, Trouble.of(faults));
        if (trail.isLast(booking.id, verb, caller.account())) return see(reference);
        try {
            act.on(booking, DraftPages.version(form.version));
            return see(reference);
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            if (trail.isLast(booking.id, verb, caller.account())) return see(reference);
            return page(open(reference), form, trouble);
        }
    }

    static Response see(String reference) {
        return Response.seeOther(URI.create("/instruction/" + reference)).build();
    }

    /** What was given away is no longer shown: back to the queue. */
    private Response seeIfMine(long id, String reference) {
        return bookings.findVisible(id, caller.account()).isPresent()
                ? see(reference)
                : Response.seeOther(URI.create("/instruction")).build();
    }

    private Response failed(Booking booking, Verb verb, Typed typed, Trouble trouble) {
        Trouble named = trouble.under(Acts.prefix(verb));
        return page(booking, new Acts(open(booking), verb, typed, named), new DecisionForm(), named);
    }

    private Response page(Booking booking, Acts acts, DecisionForm form, Trouble trouble) {
        Account account = caller.account();
        Reader reader = capabilities(booking).contains(Capability.INSTRUCT) ? Reader.OFFICER : Reader.LEGAL;
        Dossier dossier = dossiers.of(booking, reader, account);
        DecisionPage page = new DecisionPage(
                dossier,
                sites.listEffects(booking.siteId),
                summaries.listRivals(booking).stream()
                        .map(one -> new Rival(dossier, one))
                        .toList(),
                acts,
                examinations.of(booking, acts),
                waitings.of(booking, acts),
                trials.of(booking),
                form,
                trouble);
        return Response.status(trouble.status())
                .entity(Templates.decision(page))
                .build();
    }

    private Set<Verb> open(Booking booking) {
        return transitions.listOpen(booking, caller.account());
    }

    private Set<Capability> capabilities(Booking booking) {
        return organisations.capabilities(booking.party(Party.Role.GRANTOR).organisationId, caller.account());
    }
}
