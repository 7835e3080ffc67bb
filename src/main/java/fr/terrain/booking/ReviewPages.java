package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.booking.Rival.Row;
import fr.terrain.booking.WorkRepository.Sought;
import fr.terrain.http.Faults;
import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.SiteRepository;
import fr.terrain.site.SiteRepository.Effect;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The examination: the queue of those who work on requests, and the page on which one is decided. */
@Path("/instruction")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    private static final int PAGE_SIZE = 25;
    private static final int SIDE_BY_SIDE = 2;
    private static final List<Capability> WORK = List.of(Capability.INSTRUCT, Capability.DECIDE, Capability.LEGAL);

    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    SummaryRepository summaries;

    @Inject
    WorkRepository work;

    @Inject
    BookingWorkflow workflow;

    @Inject
    Transitions transitions;

    @Inject
    BookingTrail trail;

    @Inject
    Dossiers dossiers;

    @Inject
    SiteRepository sites;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance queue(Queue queue);

        static native TemplateInstance decision(DecisionPage page);
    }

    /** One request to decide on: what the place imposes, who else wants it, and what was typed when a decision failed. */
    public record DecisionPage(
            Dossier dossier,
            List<Effect> effects,
            List<Rival> rivals,
            boolean takes,
            boolean decides,
            boolean drafts,
            DecisionForm form,
            Trouble trouble) {
        /** The rivals that are compared side by side. */
        public List<Rival> compared() {
            return rivals.stream().limit(SIDE_BY_SIDE).toList();
        }

        /** The rivals that find no room beside. */
        public List<Rival> others() {
            return rivals.stream().skip(SIDE_BY_SIDE).toList();
        }

        public List<Row> rows() {
            return Rival.rows(dossier, compared());
        }

        /** Whether a refusal is being written. */
        public boolean refusing() {
            return form.law != null;
        }

        public EconomicNature[] natures() {
            return EconomicNature.values();
        }

        public AwardRoute[] routes() {
            return AwardRoute.values();
        }

        public FreeItem[] freeItems() {
            return FreeItem.values();
        }
    }

    /**
     * The queue; {@code vue} is one of its views, {@code q} words, {@code mes}, {@code libres} and {@code urgentes} filters,
     * {@code terrain} a site, {@code page} a number.
     */
    @GET
    public Response queue(@BeanParam QueueForm form) {
        Account account = caller.account();
        if (!organisations.hasAnywhere(account, WORK.toArray(Capability[]::new)))
            throw Problem.forbidden("L’instruction est réservée aux agents d’un gestionnaire de terrain.");
        Queue.View view = Queue.View.of(form.vue);
        Sought sought = form.sought(view, WORK);
        Pager pager = Pager.of(
                Pager.number(form.page),
                PAGE_SIZE,
                work.count(account, sought),
                number -> QueueForm.address(view, sought).withPage(number).toString());
        Queue queue = new Queue(
                work.count(account, WORK),
                view,
                sought,
                work.listSites(account, WORK),
                work.list(account, sought, PAGE_SIZE, pager.offset()),
                pager,
                LocalDate.now(clock));
        return Response.ok(Templates.queue(queue)).build();
    }

    @GET
    @Path("/{reference: TER-[0-9-]+}")
    public Response show(@RestPath String reference) {
        return page(open(reference), new DecisionForm(), Trouble.none());
    }

    /** The same page, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/{verb: prise-en-charge|accord|refus}")
    public Response back(@RestPath String reference, @RestPath String verb) {
        return see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/prise-en-charge")
    public Response takeUp(@RestPath String reference, @RestForm String version) {
        DecisionForm form = new DecisionForm();
        return decide(
                reference,
                Verb.TAKE_UP,
                form,
                booking -> workflow.takeUp(booking.id, DraftPages.version(version), caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/accord")
    public Response approve(@RestPath String reference, @BeanParam DecisionForm form) {
        form.law = null;
        form.fact = null;
        Faults faults = new Faults();
        Approval approval = form.approval(faults);
        if (faults.any()) return page(open(reference), form, Trouble.of(faults));
        return decide(
                reference,
                Verb.APPROVE,
                form,
                booking -> workflow.approve(booking.id, DraftPages.version(form.version), approval, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/refus")
    public Response refuse(@RestPath String reference, @BeanParam DecisionForm form) {
        Faults faults = new Faults();
        Refused refused = form.refused(faults);
        form.law = refused.law();
        if (faults.any()) return page(open(reference), form, Trouble.of(faults));
        return decide(
                reference,
                Verb.REFUSE,
                form,
                booking -> workflow.refuse(booking.id, DraftPages.version(form.version), refused, caller.account()));
    }

    /** Does a verb and shows its result; a second click on the same button shows it too. */
    private Response decide(String reference, Verb verb, DecisionForm form, java.util.function.Consumer<Booking> work) {
        Booking booking = open(reference);
        if (trail.isLast(booking.id, verb, caller.account())) return see(reference);
        try {
            work.accept(booking);
            return see(reference);
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            if (trail.isLast(booking.id, verb, caller.account())) return see(reference);
            return page(open(reference), form, trouble);
        }
    }

    /** The request, for who works for its granting organisation; seen by somebody else, it is not theirs to examine. */
    private Booking open(String reference) {
        Booking booking = bookings.getVisible(reference, caller.account());
        if (capabilities(booking).stream().noneMatch(WORK::contains))
            throw Problem.forbidden("Seuls les agents du gestionnaire de ce terrain instruisent cette demande.");
        if (booking.submittedAt() == null) throw Problem.notFound();
        return booking;
    }

    private Set<Capability> capabilities(Booking booking) {
        return organisations.capabilities(booking.party(Party.Role.GRANTOR).organisationId, caller.account());
    }

    private Response page(Booking booking, DecisionForm form, Trouble trouble) {
        Account account = caller.account();
        Reader reader = capabilities(booking).contains(Capability.INSTRUCT) ? Reader.OFFICER : Reader.LEGAL;
        Dossier dossier = dossiers.of(booking, reader, account);
        DecisionPage page = new DecisionPage(
                dossier,
                sites.listEffects(booking.siteId),
                summaries.listRivals(booking).stream()
                        .map(one -> new Rival(dossier, one))
                        .toList(),
                transitions.isOpen(booking, Verb.TAKE_UP, account),
                transitions.isOpen(booking, Verb.APPROVE, account),
                transitions.isOpen(booking, Verb.ISSUE_CONVENTION, account),
                form,
                trouble);
        return Response.status(trouble.status())
                .entity(Templates.decision(page))
                .build();
    }

    private static Response see(String reference) {
        return Response.seeOther(URI.create("/instruction/" + reference)).build();
    }
}
