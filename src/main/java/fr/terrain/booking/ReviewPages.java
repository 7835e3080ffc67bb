package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.booking.WorkRepository.Sought;
import fr.terrain.http.Faults;
import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The examination: the queue of those who work on requests, and the page on which one is decided. */
@Path("/instruction")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    private static final int PAGE_SIZE = 25;

    @Inject
    Caller caller;

    @Inject
    WorkRepository work;

    @Inject
    BookingWorkflow workflow;

    @Inject
    DecisionDesk desk;

    @Inject
    OrganisationRepository organisations;

    @Inject
    DateBook dates;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance queue(Queue queue);
    }

    /**
     * The queue; {@code vue} is one of its views, {@code q} words, {@code mes}, {@code libres} and {@code urgentes} filters,
     * {@code terrain} a site, {@code page} a number.
     */
    @GET
    public Response queue(@BeanParam QueueForm form) {
        Account account = caller.account();
        if (!organisations.hasAnywhere(account, DecisionDesk.WORK.toArray(Capability[]::new)))
            throw Problem.forbidden("L’instruction est réservée aux agents d’un gestionnaire de terrain.");
        Queue.View view = Queue.View.of(form.vue);
        Sought sought = form.sought(view, DecisionDesk.WORK);
        Pager pager = Pager.of(
                Pager.number(form.page),
                PAGE_SIZE,
                work.count(account, sought),
                number -> QueueForm.address(view, sought).withPage(number).toString());
        List<Summary> found = work.list(account, sought, PAGE_SIZE, pager.offset());
        Queue queue = new Queue(
                work.count(account, DecisionDesk.WORK),
                view,
                sought,
                work.listSites(account, DecisionDesk.WORK),
                found,
                dates.of(found.stream().map(Summary::id).toList()),
                pager,
                LocalDate.now(clock));
        return Response.ok(Templates.queue(queue)).build();
    }

    @GET
    @Path("/{reference: TER-[0-9-]+}")
    public Response show(@RestPath String reference) {
        return desk.page(desk.open(reference));
    }

    /** The same page, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/{verb: prise-en-charge|accord|refus}")
    public Response back(@RestPath String reference, @RestPath String verb) {
        return DecisionDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/prise-en-charge")
    public Response takeUp(@RestPath String reference) {
        return desk.attempt(
                reference, Verb.TAKE_UP, (booking, version) -> workflow.takeUp(booking.id, version, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/accord")
    public Response approve(@RestPath String reference, @BeanParam DecisionForm form) {
        form.law = null;
        form.fact = null;
        Faults faults = new Faults();
        Approval approval = form.approval(faults);
        return desk.decide(
                reference,
                Verb.APPROVE,
                form,
                faults,
                (booking, version) -> workflow.approve(booking.id, version, approval, caller.account()));
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/refus")
    public Response refuse(@RestPath String reference, @BeanParam DecisionForm form) {
        Faults faults = new Faults();
        Refused refused = form.refused(faults);
        form.law = refused.law();
        return desk.decide(
                reference,
                Verb.REFUSE,
                form,
                faults,
                (booking, version) -> workflow.refuse(booking.id, version, refused, caller.account()));
    }
}
