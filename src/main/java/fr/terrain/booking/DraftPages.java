package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Space;
import fr.terrain.site.SpaceRepository;
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
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The steps of a draft: title, place and dates, project, then reading again and sending. Each step saves. */
@Path("/demandes/{reference: TER-[0-9-]+}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DraftPages {
    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    BookingDrafts drafts;

    @Inject
    BookingWorkflow workflow;

    @Inject
    BookingTrail trail;

    @Inject
    Dossiers dossiers;

    @Inject
    Readiness readiness;

    @Inject
    Strips strips;

    @Inject
    SpaceRepository spaces;

    @Inject
    OrganisationRepository organisations;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance title(DraftSteps.TitlePage page);

        static native TemplateInstance place(DraftSteps.PlacePage page);

        static native TemplateInstance project(DraftSteps.ProjectPage page);

        static native TemplateInstance sending(DraftSteps.SendingPage page);

        static native TemplateInstance received(Dossier dossier);
    }

    @GET
    public Response resume(@RestPath String reference) {
        Booking booking = open(reference);
        return see(reference, booking.isPlaced() ? "/projet" : "/lieu");
    }

    @GET
    @Path("/organisation")
    public Response title(@RestPath String reference) {
        return whileDraft(reference, booking -> page(booking, booking.project.title, Trouble.none()));
    }

    @POST
    @Path("/organisation")
    public Response rename(@RestPath String reference, @RestForm String version, @RestForm String title) {
        return whileDraft(reference, booking -> {
            Faults faults = new Faults();
            String better = BeginForm.readTitle(title, faults);
            if (faults.any()) return page(booking, title, Trouble.of(faults));
            return attempt(
                    () -> {
                        drafts.rename(booking.id, version(version), better, caller.account());
                        return see(reference, "/lieu");
                    },
                    trouble -> page(open(reference), title, trouble));
        });
    }

    @GET
    @Path("/lieu")
    public Response place(@RestPath String reference, @RestQuery String du, @RestQuery String au) {
        return whileDraft(
                reference,
                booking -> page(booking, PlaceForm.of(booking, spaces.listOf(booking.siteId), du, au), Trouble.none()));
    }

    @POST
    @Path("/lieu")
    public Response place(@RestPath String reference, @BeanParam PlaceForm form) {
        return whileDraft(reference, booking -> {
            Faults faults = new Faults();
            Ask ask = form.read(booking, faults);
            if (faults.any()) return page(booking, form, Trouble.of(faults));
            return attempt(
                    () -> {
                        Booking saved = drafts.place(booking.id, version(form.version), ask, caller.account());
                        Faults obstacles = readiness.of(saved).faultsOfPlace();
                        if (!obstacles.any()) return see(reference, form.goesOn() ? "/projet" : "/lieu");
                        return page(
                                saved,
                                PlaceForm.of(saved, spaces.listOf(saved.siteId), null, null),
                                Trouble.of(obstacles));
                    },
                    trouble -> page(open(reference), form, trouble));
        });
    }

    @GET
    @Path("/projet")
    public Response project(@RestPath String reference) {
        return whileDraft(reference, booking -> page(booking, ProjectForm.of(booking), Trouble.none()));
    }

    @POST
    @Path("/projet")
    public Response project(@RestPath String reference, @BeanParam ProjectForm form) {
        return whileDraft(reference, booking -> {
            Faults faults = new Faults();
            var sheet = form.read(booking, faults);
            String needs = form.readNeeds(faults);
            if (faults.any()) return page(booking, form, Trouble.of(faults));
            return attempt(
                    () -> {
                        Booking saved =
                                drafts.describe(booking.id, version(form.version), sheet, needs, caller.account());
                        if (form.waits())
                            return Response.seeOther(URI.create("/mes-demandes"))
                                    .build();
                        Faults missing = new Faults();
                        readiness.of(saved).ofProject().forEach(one -> missing.add(one.field(), one.detail()));
                        return missing.any()
                                ? page(saved, ProjectForm.of(saved), Trouble.of(missing))
                                : see(reference, "/envoi");
                    },
                    trouble -> page(open(reference), form, trouble));
        });
    }

    @GET
    @Path("/envoi")
    public Response sending(@RestPath String reference) {
        return whileDraft(reference, booking -> page(booking, Trouble.none()));
    }

    @POST
    @Path("/envoi")
    public Response send(@RestPath String reference, @RestForm String version) {
        Account account = caller.account();
        Booking booking = open(reference);
        if (!booking.status().allows(Verb.SUBMIT) && trail.isLast(booking.id, Verb.SUBMIT, account))
            return see(reference, "/recue");
        return attempt(
                () -> {
                    Booking sent = workflow.submit(booking.id, version(version), account);
                    return Standing.of(sent, account, organisations).allows(Verb.EDIT)
                            ? see(reference, "/recue")
                            : Response.seeOther(URI.create("/instruction/nouvelle-demande?envoyee=" + reference))
                                    .build();
                },
                trouble -> {
                    if (trail.isLast(booking.id, Verb.SUBMIT, account)) return see(reference, "/recue");
                    return whileDraft(reference, now -> page(now, trouble));
                });
    }

    @GET
    @Path("/recue")
    public Response received(@RestPath String reference) {
        Booking booking = open(reference);
        if (booking.submittedAt() == null) return see(reference, "/envoi");
        return Response.ok(Templates.received(dossier(booking))).build();
    }

    /** What is done with a draft, for its owners; once it is sent, its own page says more. */
    private Response whileDraft(String reference, java.util.function.Function<Booking, Response> work) {
        Booking booking = open(reference);
        if (booking.status() != BookingStatus.DRAFT)
            return Response.seeOther(URI.create("/mes-demandes/" + reference)).build();
        return work.apply(booking);
    }

    private Booking open(String reference) {
        Booking booking = bookings.getVisible(reference, caller.account());
        if (!Standing.of(booking, caller.account(), organisations).allows(Verb.EDIT))
            throw Problem.forbidden("Seuls les membres de l’organisation qui demande écrivent cette demande.");
        return booking;
    }

    private static Response attempt(Supplier<Response> work, java.util.function.Function<Trouble, Response> otherwise) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            return otherwise.apply(Trouble.of(failure));
        }
    }

    private Response page(Booking booking, String title, Trouble trouble) {
        return answer(trouble, Templates.title(new DraftSteps.TitlePage(dossier(booking), title, trouble)));
    }

    private Response page(Booking booking, PlaceForm form, Trouble trouble) {
        List<Space> offered = spaces.listOf(booking.siteId);
        RequestStrip strip = booking.isPlaced()
                ? strips.of(
                        booking.siteId,
                        booking.spaces().stream().map(BookedSpace::spaceId).toList(),
                        booking.firstDay(),
                        booking.lastDay())
                : null;
        Quote quote = booking.isPlaced() ? readiness.of(booking).quote() : null;
        String noFee = quote == null || quote.feeMissing() == null
                ? null
                : quote.feeMissing().detail();
        form.version = Integer.toString(booking.version());
        return answer(
                trouble,
                Templates.place(new DraftSteps.PlacePage(
                        dossier(booking),
                        offered,
                        form,
                        strip,
                        quote == null ? List.of() : quote.occurrences(),
                        noFee,
                        trouble)));
    }

    private Response page(Booking booking, ProjectForm form, Trouble trouble) {
        form.version = Integer.toString(booking.version());
        return answer(trouble, Templates.project(new DraftSteps.ProjectPage(dossier(booking), form, trouble)));
    }

    private Response page(Booking booking, Trouble trouble) {
        return answer(
                trouble,
                Templates.sending(new DraftSteps.SendingPage(dossier(booking), readiness.of(booking), trouble)));
    }

    private Dossier dossier(Booking booking) {
        return dossiers.of(booking, Reader.OCCUPANT, caller.account());
    }

    private static Response answer(Trouble trouble, TemplateInstance page) {
        return Response.status(trouble.status()).entity(page).build();
    }

    private static Response see(String reference, String step) {
        return Response.seeOther(URI.create("/demandes/" + reference + step)).build();
    }

    static Integer version(String typed) {
        if (typed == null || !typed.matches("[0-9]{1,9}"))
            throw Problem.badInput("version", "Rechargez la page et recommencez.");
        return Integer.valueOf(typed);
    }
}
