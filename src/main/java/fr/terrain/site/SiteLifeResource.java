package fr.terrain.site;

import fr.terrain.account.Caller;
import fr.terrain.http.Once;
import fr.terrain.http.Versions;
import fr.terrain.site.SiteLife.Opened;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The life of a site over JSON: its keepers write and submit, the operator's staff decides. Geometry in degrees, EPSG:4326. */
@Path("/api/sites")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Terrains")
@Authenticated
public class SiteLifeResource {
    private static final int LAST_EVENTS = 200;

    @Inject
    Caller caller;

    @Inject
    SiteLife life;

    @Inject
    SiteEventRepository events;

    /** A new site: who grants it, and what is known of it; a name and a category are enough. */
    public record NewSite(
            @NotNull(message = "Donnez l’organisation qui accorde le site.")
            Long organisationId,

            @Valid @NotNull(message = "Donnez le contenu de la fiche.")
            SiteContent content) {}

    /** Why. */
    public record Because(
            @Size(max = 2000, message = "2 000 caractères au plus.")
            String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Inscrit un site, en brouillon")
    @APIResponseSchema(value = SiteView.class, responseCode = "201")
    @Once
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response open(@Valid @NotNull(message = "Envoyez le site en JSON.") NewSite body) {
        Opened opened = life.open(body.organisationId(), body.content(), caller.account());
        return Response.created(URI.create("/api/sites/" + opened.site().slug + "/revision"))
                .tag(Versions.tag(opened.version()))
                .entity(SiteView.of(opened))
                .build();
    }

    /** What is being written of the site, or what is published when nothing is; its ETag goes into If-Match. */
    @GET
    @Path("/{slug}/revision")
    @Operation(summary = "Donne la version en cours d’un site")
    @APIResponseSchema(SiteView.class)
    public Response read(@RestPath String slug) {
        return ok(life.read(slug, caller.account()));
    }

    /** Replaces what is being written; what is published stays until it is validated. */
    @PUT
    @Path("/{slug}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enregistre la version en cours d’un site")
    @APIResponseSchema(SiteView.class)
    public Response save(
            @RestPath String slug,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "Envoyez le contenu de la fiche en JSON.") SiteContent content) {
        return ok(life.save(slug, Versions.required(ifMatch), content, caller.account()));
    }

    @POST
    @Path("/{slug}/submission")
    @Operation(summary = "Soumet la version en cours à validation")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response submit(@RestPath String slug, @HeaderParam("If-Match") String ifMatch) {
        return ok(life.submit(slug, Versions.of(ifMatch), caller.account()));
    }

    /** The public reads it from the same instant. */
    @POST
    @Path("/{slug}/validation")
    @Operation(summary = "Valide la version soumise")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response validate(@RestPath String slug, @HeaderParam("If-Match") String ifMatch) {
        return ok(life.validate(slug, Versions.of(ifMatch), caller.account()));
    }

    @POST
    @Path("/{slug}/change-request")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Demande des modifications avant de valider")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response askForChanges(
            @RestPath String slug,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "Dites pourquoi, en JSON.") Because because) {
        return ok(life.askForChanges(slug, Versions.of(ifMatch), because.reason(), caller.account()));
    }

    @POST
    @Path("/{slug}/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rejette la version soumise")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response reject(
            @RestPath String slug,
            @HeaderParam("If-Match") String ifMatch,
            @Valid @NotNull(message = "Dites pourquoi, en JSON.") Because because) {
        return ok(life.reject(slug, Versions.of(ifMatch), because.reason(), caller.account()));
    }

    @POST
    @Path("/{slug}/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Retire un site du catalogue pour un temps")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response suspend(
            @RestPath String slug, @Valid @NotNull(message = "Dites pourquoi, en JSON.") Because because) {
        return ok(life.suspend(slug, because.reason(), caller.account()));
    }

    @POST
    @Path("/{slug}/resumption")
    @Operation(summary = "Remet au catalogue un site suspendu")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response resume(@RestPath String slug) {
        return ok(life.resume(slug, caller.account()));
    }

    @POST
    @Path("/{slug}/archiving")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Archive un site")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response archive(
            @RestPath String slug, @Valid @NotNull(message = "Dites pourquoi, en JSON.") Because because) {
        return ok(life.archive(slug, because.reason(), caller.account()));
    }

    @POST
    @Path("/{slug}/restoration")
    @Operation(summary = "Sort un site de l’archive")
    @APIResponseSchema(value = SiteView.class, responseCode = "200")
    public Response restore(@RestPath String slug) {
        return ok(life.restore(slug, caller.account()));
    }

    /** Who did what and when, newest first. */
    @GET
    @Path("/{slug}/history")
    @Transactional
    @Operation(summary = "Donne l’histoire d’un site")
    public List<SiteEvent> listEvents(@RestPath String slug) {
        return events.list(life.read(slug, caller.account()).site().id, LAST_EVENTS);
    }

    private static Response ok(Opened opened) {
        return Response.ok(SiteView.of(opened))
                .tag(Versions.tag(opened.version()))
                .build();
    }
}
