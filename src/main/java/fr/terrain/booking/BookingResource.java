package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.http.Cursor;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.OnceGuard;
import fr.terrain.http.Problem;
import fr.terrain.http.Target;
import fr.terrain.http.Versions;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The workflow over JSON: requests and their transitions, each a noun under the booking. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Demandes")
@Authenticated
public class BookingResource {
    private static final int MOST = 1000;
    private static final int USUAL = 50;

    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    SummaryRepository summaries;

    @Inject
    BookingDrafts drafts;

    @Inject
    BookingWorkflow workflow;

    @Inject
    BookingTrail trail;

    @Inject
    BookingViews views;

    /** Reasons given with a withdrawal. */
    public record Reason(
            @Size(max = 4000, message = "4 000 caractères au plus.")
            String reason) {}

    /** The requests of the organisations of the caller, newest first; {@code Link: rel="next"} (RFC 8288) when there are more. */
    @GET
    @Operation(summary = "Liste les demandes de mes organisations, de la plus récente à la plus ancienne")
    @APIResponseSchema(SummaryView[].class)
    public Response list(@Context UriInfo uri, @RestQuery String limit, @RestQuery String after) {
        GivenParameters.only(uri, "limit", "after");
        int most = GivenParameters.whole("limit", limit, 1, MOST, USUAL);
        List<Summary> found = summaries.listMineAfter(caller.account(), Cursor.read("after", after), most + 1);
        List<Summary> page = found.stream().limit(most).toList();
        Response.ResponseBuilder answer =
                Response.ok(page.stream().map(SummaryView::of).toList());
        if (found.size() > most)
            answer.header("Link", Cursor.link(uri, limit, page.getLast().id()));
        return answer.build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Commence une demande")
    @APIResponseSchema(value = BookingView.class, responseCode = "201")
    public Response create(
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "Envoyez la demande en JSON.") BookingBody body) {
        if (body.projectId() == null && body.project() == null)
            throw Problem.badInput("project", "Décrivez le projet, ou donnez l’identifiant d’un projet existant.");
        if (body.projectId() != null && body.project() != null)
            throw Problem.badInput(
                    "projectId",
                    "Décrivez le projet, ou donnez l’identifiant d’un projet existant, mais pas les deux.");
        Booking booking = drafts.create(body.wanted(OnceGuard.keyOrNew(key)), caller.account());
        return Response.created(URI.create("/api/bookings/" + booking.id))
                .tag(Versions.tag(booking.version()))
                .entity(views.of(booking))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Donne une demande")
    @APIResponseSchema(BookingView.class)
    public Response get(@RestPath long id, @HeaderParam("If-None-Match") String ifNoneMatch) {
        Booking booking = bookings.getVisible(id, caller.account());
        return Versions.isKnown(ifNoneMatch, booking.version())
                ? Response.notModified(Versions.tag(booking.version())).build()
                : views.ok(booking);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Modifie une demande qui n’est pas encore envoyée")
    @APIResponseSchema(BookingView.class)
    public Response edit(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez la demande en JSON.") BookingBody body) {
        if (body.project() == null) throw Problem.badInput("project", "Décrivez le projet.");
        return views.ok(drafts.edit(target.id(), target.requiredVersion(), body.wanted(null), caller.account()));
    }

    @GET
    @Path("/{id}/timeline")
    @Transactional
    @Operation(summary = "Donne l’historique d’une demande, du plus ancien au plus récent")
    public List<BookingTrail.Line> timeline(@RestPath long id) {
        return trail.listTimeline(bookings.getVisible(id, caller.account()), caller.account());
    }

    @POST
    @Path("/{id}/submission")
    @Operation(summary = "Envoie la demande")
    @APIResponseSchema(BookingView.class)
    public Response submit(@BeanParam Target target) {
        return views.ok(workflow.submit(target.id(), target.version(), caller.account()));
    }

    @POST
    @Path("/{id}/review")
    @Operation(summary = "Prend la demande en charge")
    @APIResponseSchema(BookingView.class)
    public Response takeUp(@BeanParam Target target) {
        return views.ok(workflow.takeUp(target.id(), target.version(), caller.account()));
    }

    @POST
    @Path("/{id}/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Donne l’accord de principe, qui prend les dates")
    @APIResponseSchema(BookingView.class)
    public Response approve(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez la décision en JSON.") Approval approval) {
        return views.ok(workflow.approve(target.id(), target.version(), approval, caller.account()));
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuse la demande, avec ses motifs en droit et en fait")
    @APIResponseSchema(BookingView.class)
    public Response refuse(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez les motifs en JSON.") Refused refused) {
        return views.ok(workflow.refuse(target.id(), target.version(), refused, caller.account()));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Retire la demande")
    @APIResponseSchema(BookingView.class)
    public Response withdraw(@BeanParam Target target, @Valid Reason reason) {
        return views.ok(workflow.withdraw(
                target.id(), target.version(), reason == null ? null : reason.reason(), caller.account()));
    }
}
