package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.Once;
import fr.terrain.http.OnceGuard;
import fr.terrain.http.Problem;
import fr.terrain.http.Target;
import fr.terrain.http.Versions;
import fr.terrain.organisation.OrganisationView.EventView;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Organisations over JSON: opened by anybody who is signed in, kept by who manages the members, checked by the operator's staff. */
@Path("/api/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@Authenticated
public class OrganisationResource {
    private static final int LAST_EVENTS = 100;

    @Inject
    Caller caller;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationRegister register;

    @Inject
    MandateRepository mandates;

    @Inject
    OrganisationEventRepository events;

    /** Whether a hierarchical visa is asked for before an approval. */
    public record Settings(
            @NotNull(message = "Dites si un visa est demandé : true ou false.")
            Boolean visaRequired) {}

    /** What was seen of an identity. */
    public record Evidence(
            @Size(max = 1000, message = "1 000 caractères au plus.")
            String checked) {}

    /** Why an identity could not be checked. */
    public record IdentityRefusal(
            @Size(max = 1000, message = "1 000 caractères au plus.")
            String reason) {}

    /** Who signs; local dates of Europe/Paris, both included, null when open. */
    public record Signatory(
            @Size(max = 200, message = "200 caractères au plus.")
            String name,

            @Size(max = 200, message = "200 caractères au plus.")
            String quality,

            @Size(max = 300, message = "300 caractères au plus.")
            String delegationAct,

            LocalDate validFrom,
            LocalDate validUntil) {}

    /** The organisations of which the caller is a member, by name. */
    @GET
    @Transactional
    @Operation(summary = "Liste mes organisations")
    public List<OrganisationView> list(@Context UriInfo uri) {
        GivenParameters.only(uri);
        return organisations.listOf(caller.account()).stream()
                .map(OrganisationView::of)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Inscrit une organisation, dont l’appelant devient le premier membre")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201")
    @Once
    public Response open(
            @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull(message = "Envoyez l’organisation en JSON.") OrganisationBody body) {
        Faults faults = new Faults();
        Particulars said = body.read(faults);
        Mandate signatory = body.readSignatory(faults);
        if (faults.any()) throw Problem.badInput(faults);
        Organisation opened = register.open(OnceGuard.keyOrNew(key), said, signatory, caller.account());
        return Response.created(URI.create("/api/organisations/" + opened.id))
                .tag(Versions.tag(opened.version()))
                .entity(OrganisationView.of(opened))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Donne une organisation dont l’appelant est membre")
    @APIResponseSchema(OrganisationView.class)
    public Response get(@RestPath long id) {
        return ok(organisations.getOfMember(id, caller.account()));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Modifie la fiche ; une autre identité est à vérifier de nouveau")
    @APIResponseSchema(OrganisationView.class)
    public Response describe(
            @BeanParam Target target,
            @Valid @NotNull(message = "Envoyez l’organisation en JSON.") OrganisationBody body) {
        organisations.getManaged(target.id(), caller.account());
        return ok(register.describe(target.id(), target.requiredVersion(), body.particulars(), caller.account()));
    }

    @PUT
    @Path("/{id}/settings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Demande un visa hiérarchique avant chaque accord, ou y renonce")
    @APIResponseSchema(OrganisationView.class)
    public Response settle(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez les réglages en JSON.") Settings settings) {
        return ok(
                register.requireVisa(target.id(), target.requiredVersion(), settings.visaRequired(), caller.account()));
    }

    /** The operator's staff has seen a proof of the identity. */
    @POST
    @Path("/{id}/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Vérifie l’identité, pour les agents de la Métropole")
    @APIResponseSchema(OrganisationView.class)
    public Response verify(
            @BeanParam Target target,
            @Valid @NotNull(message = "Envoyez ce que vous avez vu en JSON.") Evidence evidence) {
        Account by = caller.account();
        organisations.getForStaff(target.id(), by);
        Faults faults = new Faults();
        String checked = IdentityPages.readEvidence(evidence.checked(), faults);
        if (faults.any()) throw Problem.badInput(faults);
        return ok(register.verify(target.id(), target.version(), checked, by));
    }

    /** The operator's staff could not check the identity. */
    @POST
    @Path("/{id}/verification-refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Refuse de vérifier l’identité, avec un motif")
    @APIResponseSchema(OrganisationView.class)
    public Response refuse(
            @BeanParam Target target, @Valid @NotNull(message = "Envoyez le motif en JSON.") IdentityRefusal reason) {
        Account by = caller.account();
        organisations.getForStaff(target.id(), by);
        Faults faults = new Faults();
        String why = IdentityPages.readReason(reason.reason(), faults);
        if (faults.any()) throw Problem.badInput(faults);
        return ok(register.refuseIdentity(target.id(), target.version(), why, by));
    }

    @GET
    @Path("/{id}/representatives")
    @Transactional
    @Operation(summary = "Liste les personnes qui signent")
    public List<Mandate> listRepresentatives(@RestPath long id) {
        return mandates.list(organisations.getOfMember(id, caller.account()).id);
    }

    @POST
    @Path("/{id}/representatives")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Désigne une personne qui signe")
    @APIResponse(responseCode = "204", description = "C’est fait.")
    @Once
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    public Response name(
            @RestPath long id, @Valid @NotNull(message = "Envoyez le signataire en JSON.") Signatory signatory) {
        organisations.getManaged(id, caller.account());
        Faults faults = new Faults();
        Mandate named = Mandate.read(
                "name",
                signatory.name(),
                signatory.quality(),
                signatory.delegationAct(),
                signatory.validFrom(),
                signatory.validUntil(),
                faults);
        if (faults.any()) throw Problem.badInput(faults);
        register.name(id, named, caller.account());
        return Response.noContent().build();
    }

    /** Ends a power to sign: today is its last day; one that has not begun is dropped. */
    @DELETE
    @Path("/{id}/representatives/{mandate}")
    @Operation(summary = "Met fin à un pouvoir de signer")
    @APIResponse(responseCode = "204", description = "C’est fait.")
    public Response end(@RestPath long id, @RestPath long mandate) {
        register.end(id, mandate, caller.account());
        return Response.noContent().build();
    }

    /** What happened last, newest first. */
    @GET
    @Path("/{id}/events")
    @Transactional
    @Operation(summary = "Donne ce qui s’est passé, du plus récent au plus ancien")
    public List<EventView> listEvents(@RestPath long id) {
        return events.list(organisations.getOfMember(id, caller.account()).id, false, LAST_EVENTS).stream()
                .map(EventView::of)
                .toList();
    }

    static Response ok(Organisation organisation) {
        return Response.ok(OrganisationView.of(organisation))
                .tag(Versions.tag(organisation.version()))
                .build();
    }
}
