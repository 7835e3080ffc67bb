package fr.terrain.booking;

import fr.terrain.account.Caller;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The life of a booking after its agreement over JSON; days are of Europe/Paris. */
@Path("/api/bookings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Demandes")
@Authenticated
public class TrialResource {
    private static final String SEND = "Envoyez en JSON ce que vous décidez.";

    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    TrialLife life;

    @Inject
    TrialEndings endings;

    @Inject
    TrialSheets sheets;

    @Inject
    BookingViews views;

    /** Precisions on what is done, 2 000 characters at most. */
    public record Words(
            @Size(max = 2000, message = "2 000 caractères au plus.")
            String words) {}

    /** Why, in 10 to 2 000 characters. */
    public record Why(
            @Size(max = 2000, message = "2 000 caractères au plus.")
            String reason) {}

    /** Where the trial of a booking stands: conditions, suspension, report, early end, and what falls due. */
    @GET
    @Path("/{id}/trial")
    @Transactional
    @Operation(summary = "Donne où en est l’essai : conditions, suspension, bilan, fin anticipée, échéances")
    @APIResponseSchema(TrialView.class)
    public TrialView trial(@RestPath long id) {
        return TrialView.of(sheets.of(bookings.getVisible(id, caller.account())));
    }

    @POST
    @Path("/{id}/conditions")
    @Operation(summary = "Enregistre une condition préalable")
    @APIResponseSchema(BookingView.class)
    public Response meet(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez la condition en JSON.") ConditionGiven given) {
        return views.ok(life.meet(target.id(), target.version(), given, caller.account()));
    }

    @POST
    @Path("/{id}/start")
    @Operation(summary = "Commence l’essai")
    @APIResponseSchema(BookingView.class)
    public Response start(@BeanParam Target target) {
        return views.ok(life.start(target.id(), target.version(), caller.account()));
    }

    @POST
    @Path("/{id}/suspension")
    @Operation(summary = "Suspend l’essai")
    @APIResponseSchema(BookingView.class)
    public Response suspend(@BeanParam Target target, @Valid @NotNull(message = SEND) SuspensionOrder order) {
        return views.ok(life.suspend(target.id(), target.version(), order, caller.account()));
    }

    @POST
    @Path("/{id}/resumption")
    @Operation(summary = "Reprend l’essai")
    @APIResponseSchema(BookingView.class)
    public Response resume(@BeanParam Target target, @Valid Words said) {
        return views.ok(
                life.resume(target.id(), target.version(), said == null ? null : said.words(), caller.account()));
    }

    @POST
    @Path("/{id}/report")
    @Operation(summary = "Envoie le bilan")
    @APIResponseSchema(BookingView.class)
    public Response report(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez le bilan en JSON.") ReportGiven given) {
        return views.ok(life.report(target.id(), target.version(), given, caller.account()));
    }

    @POST
    @Path("/{id}/report-rejection")
    @Operation(summary = "Demande un autre bilan")
    @APIResponseSchema(BookingView.class)
    public Response rejectReport(@BeanParam Target target, @Valid @NotNull(message = SEND) Why why) {
        return views.ok(life.rejectReport(target.id(), target.version(), why.reason(), caller.account()));
    }

    @POST
    @Path("/{id}/closing")
    @Operation(summary = "Accepte le bilan et clôt le dossier")
    @APIResponseSchema(BookingView.class)
    public Response close(@BeanParam Target target) {
        return views.ok(life.close(target.id(), target.version(), caller.account()));
    }

    @POST
    @Path("/{id}/rescission")
    @Operation(summary = "Retire l’accord avant la signature")
    @APIResponseSchema(BookingView.class)
    public Response rescind(@BeanParam Target target, @Valid @NotNull(message = SEND) RescissionOrder order) {
        return views.ok(endings.rescind(target.id(), target.version(), order, caller.account()));
    }

    @POST
    @Path("/{id}/termination")
    @Operation(summary = "Résilie la convention, avec son préavis")
    @APIResponseSchema(BookingView.class)
    public Response terminate(@BeanParam Target target, @Valid @NotNull(message = SEND) TerminationNotice notice) {
        return views.ok(endings.terminate(target.id(), target.version(), notice, caller.account()));
    }
}
