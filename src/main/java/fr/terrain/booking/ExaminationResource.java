package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.http.Problem;
import fr.terrain.http.Target;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.Colleague;
import fr.terrain.organisation.ColleagueRepository;
import fr.terrain.organisation.OrganisationRepository;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The examination over JSON: who is in charge, what is to be completed, who is competent, who has seen it. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demandes")
@Authenticated
public class ExaminationResource {
    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    BookingViews views;

    @Inject
    Examination examination;

    @Inject
    ChangeRequestRepository changes;

    @Inject
    ForwardingRepository forwarding;

    @Inject
    ColleagueRepository colleagues;

    @Inject
    OrganisationRepository organisations;

    /** What an officer asks the owner to complete: the open fields, why, and the last day to answer (Europe/Paris). */
    public record ChangeRequestView(
            List<RequestField> fields,
            String why,
            LocalDate answerBy,
            boolean missingPieces,
            Instant askedAt,
            Instant answeredAt) {
        static ChangeRequestView of(ChangeRequest request) {
            return new ChangeRequestView(
                    request.fields(),
                    request.why(),
                    request.answerBy(),
                    request.isForMissingPieces(),
                    request.askedAt(),
                    request.answeredAt());
        }
    }

    /** Who is in charge, and who could be. */
    public record AssignmentView(Long officer, List<Colleague> candidates) {}

    /** An organisation that could be the competent one. */
    public record Competent(long id, String name) {}

    /** A word to the officers with a visa; may be left out. */
    public record Note(
            @Size(max = Examination.LONGEST_NOTE, message = "2 000 caractères au plus.")
            String note) {}

    /** All that was asked of the owner, oldest first; the last one is open while it has no answer. */
    @GET
    @Path("/{id}/change-request")
    @Transactional
    @Operation(summary = "Donne ce qui a été demandé au porteur, du plus ancien au plus récent")
    @APIResponseSchema(ChangeRequestView[].class)
    public List<ChangeRequestView> listChanges(@RestPath long id) {
        return changes.listOf(bookings.getVisible(id, caller.account())).stream()
                .map(ChangeRequestView::of)
                .toList();
    }

    @POST
    @Path("/{id}/change-request")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Demande des compléments au porteur")
    @APIResponseSchema(BookingView.class)
    public Response askForChanges(
            @BeanParam Target target,
            @Valid @NotNull(message = "Envoyez en JSON ce que vous demandez.") ChangesAsked asked) {
        return views.ok(examination.askForChanges(target.id(), target.version(), asked, caller.account()));
    }

    @POST
    @Path("/{id}/resubmission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Renvoie la demande complétée, dans les champs demandés")
    @APIResponseSchema(BookingView.class)
    public Response resubmit(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez la réponse en JSON.") Answer answer) {
        return views.ok(examination.resubmit(target.id(), target.version(), answer, caller.account()));
    }

    /** Who is in charge and who could be, for the officers of the granting organisation. */
    @GET
    @Path("/{id}/assignment")
    @Transactional
    @Operation(summary = "Donne l’agent responsable, et qui pourrait l’être")
    @APIResponseSchema(AssignmentView.class)
    public AssignmentView assignment(@RestPath long id) {
        Booking booking = ofOfficer(id);
        return new AssignmentView(
                booking.officerId(),
                colleagues.listWith(booking.party(Party.Role.GRANTOR).organisationId, Capability.INSTRUCT));
    }

    @POST
    @Path("/{id}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Confie la demande à un agent")
    @APIResponseSchema(BookingView.class)
    public Response reassign(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez l’affectation en JSON.") Assignment named) {
        return views.ok(examination.reassign(target.id(), target.version(), named, caller.account()));
    }

    /** Which organisations could be the competent one, for the officers of the granting organisation; 200 at most. */
    @GET
    @Path("/{id}/forwarding")
    @Transactional
    @Operation(summary = "Donne les organismes qui pourraient être compétents")
    @APIResponseSchema(Competent[].class)
    public List<Competent> listCompetent(@RestPath long id) {
        return forwarding.listCompetent(ofOfficer(id)).stream()
                .map(one -> new Competent(one.id, one.name))
                .toList();
    }

    @POST
    @Path("/{id}/forwarding")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Transmet la demande à l’organisme compétent")
    @APIResponseSchema(BookingView.class)
    public Response forward(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez la transmission en JSON.") Forwarding to) {
        return views.ok(examination.forward(target.id(), target.version(), to, caller.account()));
    }

    @POST
    @Path("/{id}/visa")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Vise la demande avant l’accord")
    @APIResponseSchema(BookingView.class)
    public Response giveVisa(@BeanParam Target target, @Valid Note note) {
        return views.ok(examination.giveVisa(
                target.id(), target.version(), note == null ? null : note.note(), caller.account()));
    }

    private Booking ofOfficer(long id) {
        Booking booking = bookings.getVisible(id, caller.account());
        if (!organisations
                .capabilities(booking.party(Party.Role.GRANTOR).organisationId, caller.account())
                .contains(Capability.INSTRUCT))
            throw Problem.forbidden("Seuls les agents qui instruisent cette demande le voient.");
        return booking;
    }
}
