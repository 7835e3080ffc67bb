package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.availability.Occurrence;
import fr.terrain.fee.UseClass;
import fr.terrain.http.Faults;
import fr.terrain.http.French;
import fr.terrain.http.Typed;
import fr.terrain.site.Space;
import fr.terrain.site.SpaceRepository;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** Where the owner completes what the officer asked: why, until when, and the asked fields with their present values. */
@Path("/mes-demandes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class AnswerPages {
    @Inject
    Caller caller;

    @Inject
    RequestDesk desk;

    @Inject
    ChangeRequestRepository changes;

    @Inject
    Examination examination;

    @Inject
    BookingTrail trail;

    @Inject
    Dossiers dossiers;

    @Inject
    SpaceRepository spaces;

    @Inject
    Readiness readiness;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance answer(AnswerPage page);
    }

    /** A request to complete, and what was typed when that failed. */
    public record AnswerPage(
            Dossier dossier,
            ChangeRequest asked,
            List<Space> offered,
            List<Occurrence> series,
            AnswerForm form,
            Trouble trouble) {
        /** Whether the owner may change this field; templates name it by its constant. */
        public boolean asks(String field) {
            return asked.opens(RequestField.valueOf(field));
        }

        /** "15 février 2027": the last day to answer. */
        public String answerBy() {
            return French.date(asked.answerBy());
        }

        public List<String> why() {
            return Dossier.paragraphs(asked.why());
        }

        public DayOfWeek[] weekdays() {
            return DayOfWeek.values();
        }

        /** The stretches of the series that cannot be had, or are given up. */
        public List<Occurrence> unfit() {
            return DraftSteps.unfit(series);
        }

        public List<Occurrence> free() {
            return DraftSteps.free(series);
        }

        public Technique[] techniques() {
            return Technique.values();
        }

        public List<Integer> levels() {
            return List.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
        }

        public UseClass[] uses() {
            return UseClass.values();
        }
    }

    @GET
    @Path("/{reference: TER-[0-9-]+}/complements")
    public Response show(@RestPath String reference) {
        Booking booking = desk.open(reference);
        Optional<ChangeRequest> asked = asked(booking);
        if (asked.isEmpty()) return RequestDesk.see(reference);
        return page(booking, asked.get(), AnswerForm.of(booking, spaces.listOf(booking.siteId)), Trouble.none());
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/complements")
    public Response answer(@RestPath String reference) {
        Account account = caller.account();
        Booking booking = desk.open(reference);
        if (trail.isLast(booking.id, Verb.RESUBMIT, account)) return RequestDesk.see(reference);
        ChangeRequest asked = asked(booking).orElseThrow(() -> BookingRefusal.notNow(Verb.RESUBMIT, booking.status()));
        Typed typed = Typed.current();
        List<Space> offered = spaces.listOf(booking.siteId);
        AnswerForm form = AnswerForm.of(typed, booking, offered, asked);
        Faults faults = new Faults();
        Answer answer = AnswerForm.read(typed, booking, asked, offered, faults);
        if (faults.any()) return page(booking, asked, form, Trouble.of(faults));
        try {
            examination.resubmit(booking.id, DraftPages.version(typed.one("version")), answer, account);
            return RequestDesk.see(reference);
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            if (trail.isLast(booking.id, Verb.RESUBMIT, account)) return RequestDesk.see(reference);
            return page(desk.open(reference), asked, form, trouble);
        }
    }

    private Optional<ChangeRequest> asked(Booking booking) {
        return booking.status().allows(Verb.RESUBMIT) ? changes.findOpen(booking) : Optional.empty();
    }

    private Response page(Booking booking, ChangeRequest asked, AnswerForm form, Trouble trouble) {
        Dossier dossier = dossiers.of(booking, Reader.OCCUPANT, caller.account());
        List<Space> offered = spaces.listOf(booking.siteId);
        List<Occurrence> series =
                asked.opens(RequestField.DATES) && Asked.of(booking).series() != null
                        ? readiness.of(booking).quote().occurrences()
                        : List.of();
        return Response.status(trouble.status())
                .entity(Templates.answer(new AnswerPage(dossier, asked, offered, series, form, trouble)))
                .build();
    }
}
