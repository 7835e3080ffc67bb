package fr.terrain.convention;

import fr.terrain.Refusal;
import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.booking.Booking;
import fr.terrain.booking.BookingRefusal;
import fr.terrain.booking.BookingRepository;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Party;
import fr.terrain.convention.ConventionDraft.Obstacle;
import fr.terrain.document.Document;
import fr.terrain.document.DocumentRepository;
import fr.terrain.document.Typography;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import fr.terrain.http.Words;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.SiteRepository;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The convention of an agreed request before it is issued: preview, clauses with their reasons, what is missing, and the act of issuing. */
@Path("/conventions/projet/{reference: TER-[0-9-]{1,30}}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ConventionDraftPages {
    private static final int STALE = 412;

    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    ConventionIssuer issuer;

    @Inject
    ConventionText text;

    @Inject
    DocumentRepository documents;

    @Inject
    OrganisationRepository organisations;

    @Inject
    SiteRepository sites;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance draft(ConventionDraft draft);
    }

    @GET
    public Response show(@RestPath String reference) {
        Booking booking = booking(reference);
        return issued(booking).orElseGet(() -> page(booking, Response.Status.OK.getStatusCode(), null));
    }

    /** Issues it; whoever comes second, by a second click too, is shown what was issued. */
    @POST
    public Response issue(@RestPath String reference, @RestForm String version) {
        Booking booking = booking(reference);
        Optional<Response> before = issued(booking);
        if (before.isPresent()) return before.get();
        try {
            return see(issuer.issue(booking.id, version(version), caller.account()));
        } catch (Refusal refused) {
            if (refused.status() != Response.Status.CONFLICT.getStatusCode()) throw refused;
            return again(reference, refused.status(), failure(refused));
        } catch (ProblemException stale) {
            if (stale.problem().status() != STALE) throw stale;
            return again(reference, STALE, stale.problem().title());
        }
    }

    private Response again(String reference, int status, String failure) {
        Booking now = booking(reference);
        return issued(now).orElseGet(() -> page(now, status, failure));
    }

    /** What the obstacles of the page do not say already. */
    private static String failure(Refusal refused) {
        boolean told = refused instanceof IncompleteConvention || refused instanceof ConventionRefusal;
        return told ? null : Words.label(refused.reason());
    }

    private Booking booking(String reference) {
        Account account = caller.account();
        Booking booking = bookings.getVisible(reference, account);
        boolean legal = organisations
                .capabilities(booking.party(Party.Role.GRANTOR).organisationId, account)
                .contains(Capability.LEGAL);
        if (!legal)
            throw Problem.forbidden("Le projet de convention est au service juridique de l’organisme gestionnaire.");
        return booking;
    }

    private Optional<Response> issued(Booking booking) {
        return documents.findAlive(booking.id, Document.Kind.CONVENTION).map(ConventionDraftPages::see);
    }

    private Response page(Booking booking, int status, String failure) {
        if (booking.status() != BookingStatus.APPROVED)
            throw new BookingRefusal(
                    BookingRefusal.Reason.NOT_NOW,
                    Typography.harden("La convention se prépare après l’accord de principe : la demande est à l’état « "
                            + Words.label(booking.status()) + " »."));
        List<Obstacle> obstacles = new ArrayList<>(issuer.listObstacles(booking.id, caller.account()).stream()
                .map(refused -> new Obstacle(null, refused.detail(), null))
                .toList());
        AssembledConvention convention = null;
        try {
            convention = issuer.preview(booking.id, caller.account());
        } catch (IncompleteConvention incomplete) {
            incomplete.problems().forEach(problem -> obstacles.add(obstacle(problem)));
        } catch (ConventionRefusal told) {
            convention = null;
        }
        ConventionDraft draft = new ConventionDraft(
                booking,
                sites.findById(booking.siteId).name,
                organisations.findById(booking.party(Party.Role.OCCUPANT).organisationId).name,
                text.template(),
                convention,
                obstacles,
                failure);
        return Response.status(status)
                .entity(Templates.draft(draft))
                .header("Cache-Control", "private, no-cache")
                .build();
    }

    private Obstacle obstacle(fr.terrain.document.Problem problem) {
        Optional<Clause> clause = text.findClause(problem.file());
        String source = clause.isEmpty() && problem.line() == 0
                ? null
                : problem.file() + (problem.line() > 0 ? ", ligne " + problem.line() : "");
        return new Obstacle(
                clause.map(Clause::title).map(Typography::harden).orElse(null),
                Typography.harden(problem.message()),
                source);
    }

    private static Response see(Document document) {
        return Response.seeOther(URI.create("/conventions/" + document.number()))
                .build();
    }

    private static Integer version(String typed) {
        if (typed == null || !typed.matches("[0-9]{1,9}"))
            throw Problem.badInput("version", "Rechargez la page, puis émettez depuis le bouton affiché.");
        return Integer.valueOf(typed);
    }
}
