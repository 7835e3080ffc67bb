package fr.terrain.site;

import fr.terrain.Refusal;
import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.ProblemException;
import fr.terrain.site.SiteLife.Opened;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The sites that somebody keeps: where each stands, what is missing, what a revision changes, and the verbs of its life. */
@Path("/mes-sites")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class MySitePages {
    private static final int LAST_EVENTS = 50;

    @Inject
    Caller caller;

    @Inject
    SiteDesk desk;

    @Inject
    SiteLife life;

    @Inject
    SiteContentRepository contents;

    @Inject
    SiteEventRepository events;

    @Inject
    SiteCodeRepository codes;

    @Inject
    AroundRepository around;

    @CheckedTemplate(basePath = "site")
    static class Templates {
        static native TemplateInstance mine(Mine page);

        static native TemplateInstance fresh(Fresh page);

        static native TemplateInstance site(Sheet page);
    }

    /** The sites of the reader. */
    public record Mine(List<Site> sites, boolean staff) {}

    /** A site to begin. */
    public record Fresh(
            List<fr.terrain.organisation.Organisation> organisations,
            List<SiteCodeRepository.Code> categories,
            String name,
            String organisation,
            String category,
            Faults faults) {
        public String error(String field) {
            return faults.of(field);
        }
    }

    /** One site, and why a verb was not done, if one was not. */
    public record Sheet(
            Opened opened,
            boolean staff,
            List<Check> checks,
            List<Difference> differences,
            List<SiteEvent> events,
            String reason,
            String no,
            Faults faults) {
        public String here() {
            return "/mes-sites/" + opened.site().slug;
        }

        public boolean submitted() {
            return opened.revision() != null && opened.revision().isSubmitted();
        }

        public boolean open() {
            return opened.revision() != null;
        }

        public boolean in(String state) {
            return opened.site().state().name().equals(state);
        }

        public Missing.Step[] steps() {
            return Missing.Step.values();
        }
    }

    @GET
    public TemplateInstance list() {
        Account account = caller.account();
        return Templates.mine(new Mine(desk.listKept(account), desk.isStaff(account)));
    }

    @GET
    @Path("/nouveau")
    public TemplateInstance begin() {
        return fresh(null, null, null, new Faults());
    }

    @POST
    @Path("/nouveau")
    public Response begin(@RestForm String name, @RestForm String organisation, @RestForm String category) {
        Faults faults = new Faults();
        Long grantor = faults.id("organisation", organisation, "Choisissez l’organisation qui accorde le site.");
        if (!faults.any())
            try {
                SiteContent content = SiteContent.named(name, category);
                Opened opened = life.open(grantor, content, caller.account());
                return see("/mes-sites/" + opened.site().slug + "/modifier/identite");
            } catch (ProblemException wrong) {
                if (wrong.problem().status() != 400) throw wrong;
                String field = String.valueOf(wrong.problem().more().get("field"));
                faults.add(field.replace("identity.", ""), wrong.problem().detail());
            }
        return Response.status(400)
                .entity(fresh(name, organisation, category, faults))
                .build();
    }

    @GET
    @Path("/{slug: [a-z0-9-]{1,80}}")
    public Response show(@RestPath String slug) {
        return page(slug, null, null, new Faults());
    }

    /** The same page, for who comes back to the address of a form after signing in again. */
    @GET
    @Path(
            "/{slug: [a-z0-9-]{1,80}}/{verb: soumission|validation|modifications|rejet|suspension|reprise|archivage|restauration}")
    public Response back(@RestPath String slug, @RestPath String verb) {
        return see("/mes-sites/" + slug);
    }

    @POST
    @Path(
            "/{slug: [a-z0-9-]{1,80}}/{verb: soumission|validation|modifications|rejet|suspension|reprise|archivage|restauration}")
    public Response act(
            @RestPath String slug, @RestPath String verb, @RestForm String version, @RestForm String reason) {
        Account by = caller.account();
        try {
            Integer seen = version == null || !version.matches("[0-9]{1,9}") ? null : Integer.valueOf(version);
            switch (verb) {
                case "soumission" -> life.submit(slug, seen, by);
                case "validation" -> life.validate(slug, seen, by);
                case "modifications" -> life.askForChanges(slug, seen, reason, by);
                case "rejet" -> life.reject(slug, seen, reason, by);
                case "suspension" -> life.suspend(slug, reason, by);
                case "reprise" -> life.resume(slug, by);
                case "archivage" -> life.archive(slug, reason, by);
                default -> life.restore(slug, by);
            }
            return see("/mes-sites/" + slug);
        } catch (Refusal no) {
            return page(slug, reason, no.detail(), new Faults());
        } catch (ProblemException wrong) {
            if (wrong.problem().status() != 400) throw wrong;
            Faults faults = new Faults();
            faults.add("reason", wrong.problem().detail());
            return page(slug, reason, null, faults);
        }
    }

    private Response page(String slug, String reason, String no, Faults faults) {
        Opened opened = life.read(slug, caller.account());
        Site site = opened.site();
        SiteContent published = site.wasPublished() ? contents.read(site.id) : null;
        List<Difference> differences =
                opened.revision() == null || published == null ? List.of() : Difference.of(published, opened.content());
        Sheet sheet = new Sheet(
                opened,
                desk.isStaff(caller.account()),
                Check.of(
                        opened.content().place(),
                        around.around(site.id, opened.content().place())),
                differences,
                events.list(site.id, LAST_EVENTS),
                reason,
                no,
                faults);
        int status = no != null ? 409 : faults.any() ? 400 : 200;
        return Response.status(status).entity(Templates.site(sheet)).build();
    }

    private TemplateInstance fresh(String name, String organisation, String category, Faults faults) {
        return Templates.fresh(new Fresh(
                desk.listOwn(caller.account()), codes.listCategories(), name, organisation, category, faults));
    }

    private static Response see(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
