package fr.terrain.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.terrain.account.Caller;
import fr.terrain.deadline.Deadlines;
import fr.terrain.http.Target;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Waiting, offers and options of a request over JSON. Days are local dates of Europe/Paris, instants have their offset. */
@Path("/api/bookings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demandes")
@Authenticated
public class WaitingResource {
    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    WaitingList waitingList;

    @Inject
    WaitingRepository waiting;

    @Inject
    Options options;

    @Inject
    BookingViews views;

    @Inject
    Deadlines deadlines;

    @Inject
    Clock clock;

    /** The last day of an option, included. */
    public record OptionBody(LocalDate until) {}

    /** Why, in a few words; may be left out. */
    public record Why(
            @Size(max = 2000, message = "2 000 caractères au plus.")
            String reason) {}

    /**
     * What is kept for a request or may come.
     *
     * @param position its place among those that wait for the same, null when it does not wait
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(Integer position, Integer of, Instant optionUntil, Offer offer) {}

    /** Slots that are offered, and until when they can be accepted. */
    public record Offer(LocalDate firstDay, LocalDate lastDay, Instant expiresAt, List<BookingView.SlotView> slots) {
        static Offer of(SlotOffer offer) {
            return new Offer(
                    offer.firstDay(),
                    offer.lastDay(),
                    offer.expiresAt(),
                    offer.slots().stream()
                            .map(slot -> new BookingView.SlotView(slot.spaceId(), slot.starts(), slot.ends()))
                            .toList());
        }
    }

    @GET
    @Path("/waiting-list")
    @Transactional
    @Operation(summary = "Donne la place en liste d’attente, l’offre et l’option d’une demande")
    @APIResponseSchema(Waiting.class)
    public Waiting get(@RestPath long id) {
        Booking booking = bookings.getVisible(id, caller.account());
        WaitingRepository.Position position = waiting.findPosition(booking.id).orElse(null);
        return new Waiting(
                position == null ? null : position.rank(),
                position == null ? null : position.of(),
                deadlines.findDue(booking.id, Deadlines.Kind.HOLD).orElse(null),
                waiting.findOpen(booking.id)
                        .filter(offer -> clock.instant().isBefore(offer.expiresAt()))
                        .map(Offer::of)
                        .orElse(null));
    }

    @POST
    @Path("/waiting-list")
    @Operation(summary = "Met la demande en liste d’attente")
    @APIResponseSchema(BookingView.class)
    public Response enlist(@BeanParam Target target) {
        return views.ok(waitingList.enlist(target.id(), target.version(), caller.account()));
    }

    @POST
    @Path("/waiting-list-exit")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Retire la demande de la liste d’attente")
    @APIResponseSchema(BookingView.class)
    public Response delist(@BeanParam Target target, @Valid Why why) {
        return views.ok(
                waitingList.delist(target.id(), target.version(), why == null ? null : why.reason(), caller.account()));
    }

    @POST
    @Path("/offer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose un créneau à la demande")
    @APIResponseSchema(BookingView.class)
    public Response offer(
            @BeanParam Target target, @NotNull(message = "Envoyez les jours proposés en JSON.") OfferedDays days) {
        return views.ok(waitingList.offer(target.id(), target.version(), days, caller.account()));
    }

    @POST
    @Path("/offer-acceptance")
    @Operation(summary = "Accepte le créneau proposé")
    @APIResponseSchema(BookingView.class)
    public Response accept(@BeanParam Target target) {
        return views.ok(waitingList.accept(target.id(), target.version(), caller.account()));
    }

    @POST
    @Path("/offer-refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Décline le créneau proposé")
    @APIResponseSchema(BookingView.class)
    public Response decline(@BeanParam Target target, @Valid Why why) {
        return views.ok(waitingList.decline(
                target.id(), target.version(), why == null ? null : why.reason(), caller.account()));
    }

    @POST
    @Path("/option")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Garde les dates de la demande jusqu’à un jour")
    @APIResponseSchema(BookingView.class)
    public Response place(
            @BeanParam Target target,
            @NotNull(message = "Envoyez le dernier jour de l’option en JSON.") OptionBody option) {
        return views.ok(options.place(target.id(), target.version(), option.until(), caller.account()));
    }

    @POST
    @Path("/option-release")
    @Operation(summary = "Lève l’option")
    @APIResponseSchema(BookingView.class)
    public Response release(@BeanParam Target target) {
        return views.ok(options.release(target.id(), target.version(), caller.account()));
    }
}
