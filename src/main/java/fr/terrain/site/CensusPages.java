package fr.terrain.site;

import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import fr.terrain.site.CensusRepository.Filter;
import fr.terrain.site.CensusRepository.Progress;
import fr.terrain.site.SiteCodeRepository.Code;
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
import org.jboss.resteasy.reactive.RestQuery;

/** The work list of the census, for the operator's staff: every entry with its doubts, and what is made of it. */
@Path("/recensement")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CensusPages {
    @Inject
    Caller caller;

    @Inject
    SiteDesk sites;

    @Inject
    CensusDesk desk;

    @Inject
    CensusRepository census;

    @Inject
    SiteCodeRepository codes;

    @CheckedTemplate(basePath = "site")
    static class Templates {
        static native TemplateInstance census(Work page);

        static native TemplateInstance entry(Sheet page);
    }

    /** The work list, narrowed, and how far it has come. */
    public record Work(
            Filter filter,
            List<CensusEntry> entries,
            List<Progress> categories,
            List<Progress> communes,
            List<Code> allCategories,
            List<Code> allCommunes) {
        public CensusEntry.Decision[] states() {
            return CensusEntry.Decision.values();
        }

        public Site.Confidence[] confidences() {
            return Site.Confidence.values();
        }

        /** The two tables of progress. */
        public List<Table> tables() {
            return List.of(new Table("Par catégorie", categories), new Table("Par commune", communes));
        }

        public long all() {
            return categories.stream().mapToLong(Progress::all).sum();
        }

        public long done() {
            return categories.stream().mapToLong(Progress::done).sum();
        }
    }

    /** A table of progress under its title. */
    public record Table(String title, List<Progress> rows) {}

    /** One entry, what was typed when that failed, and where it can go. */
    public record Sheet(
            CensusEntry entry, List<Code> grantors, List<Code> others, String spaces, String reason, Faults faults) {
        public String here() {
            return "/recensement/" + entry.id();
        }

        public String error(String field) {
            return faults.of(field);
        }
    }

    @GET
    public TemplateInstance list(
            @RestQuery String categorie,
            @RestQuery String commune,
            @RestQuery String etat,
            @RestQuery String position,
            @RestQuery String savoir) {
        if (!sites.isStaff(caller.account()))
            throw Problem.forbidden("Le recensement est tenu par les agents de la Métropole.");
        Filter filter = new Filter(or(categorie), or(commune), or(etat), or(position), "oui".equals(savoir));
        return Templates.census(new Work(
                filter,
                census.list(filter),
                census.listProgress(false),
                census.listProgress(true),
                codes.listCategories(),
                census.listCommunes()));
    }

    @GET
    @Path("/{entry: [a-z0-9-]{3,80}}")
    public Response show(@RestPath String entry) {
        return page(entry, null, null, new Faults());
    }

    /** The same page, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{entry: [a-z0-9-]{3,80}}/{decision: confirmation|fusion|rejet|reouverture}")
    public Response back(@RestPath String entry, @RestPath String decision) {
        return see("/recensement/" + entry);
    }

    @POST
    @Path("/{entry: [a-z0-9-]{3,80}}/confirmation")
    public Response confirm(@RestPath String entry, @RestForm String organisation, @RestForm String spaces) {
        desk.get(entry, caller.account());
        Faults faults = new Faults();
        Long grantor = faults.id("organisation", organisation, "Choisissez l’organisation qui accorde le terrain.");
        List<String> names = CensusDesk.readNames(spaces, faults);
        if (faults.any()) return page(entry, spaces, null, faults);
        try {
            return see("/mes-sites/" + desk.confirm(entry, grantor, names, caller.account()).slug);
        } catch (ProblemException wrong) {
            return page(entry, spaces, null, faults(wrong, "spaces"));
        }
    }

    @POST
    @Path("/{entry: [a-z0-9-]{3,80}}/fusion")
    public Response merge(@RestPath String entry, @RestForm String into) {
        desk.get(entry, caller.account());
        try {
            desk.merge(entry, into, caller.account());
            return see("/recensement/" + entry);
        } catch (ProblemException wrong) {
            return page(entry, null, null, faults(wrong, "into"));
        }
    }

    @POST
    @Path("/{entry: [a-z0-9-]{3,80}}/rejet")
    public Response reject(@RestPath String entry, @RestForm String reason) {
        desk.get(entry, caller.account());
        try {
            desk.reject(entry, reason, caller.account());
            return see("/recensement/" + entry);
        } catch (ProblemException wrong) {
            return page(entry, null, reason, faults(wrong, "reason"));
        }
    }

    @POST
    @Path("/{entry: [a-z0-9-]{3,80}}/reouverture")
    public Response reopen(@RestPath String entry) {
        desk.reopen(entry, caller.account());
        return see("/recensement/" + entry);
    }

    private Response page(String id, String spaces, String reason, Faults faults) {
        CensusEntry entry = desk.get(id, caller.account());
        Sheet sheet = new Sheet(entry, codes.listGrantors(), census.listOthers(id), spaces, reason, faults);
        return Response.status(faults.any() ? 400 : 200)
                .entity(Templates.entry(sheet))
                .build();
    }

    private static Faults faults(ProblemException wrong, String field) {
        Faults faults = new Faults();
        faults.add(field, wrong.problem().detail());
        return faults;
    }

    private static Response see(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private static String or(String given) {
        return given == null ? "" : given;
    }
}
