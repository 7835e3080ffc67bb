package fr.terrain.site;

import fr.terrain.Refusal;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.ProblemException;
import fr.terrain.site.SiteCodeRepository.Code;
import fr.terrain.site.SiteLife.Opened;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestPath;

/** The editor of a site, step by step; each step is kept on its own, complete or not. */
@Path("/mes-sites/{slug: [a-z0-9-]{1,80}}/modifier")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class EditorPages {
    @Inject
    Caller caller;

    @Inject
    SiteLife life;

    @Inject
    SiteCodeRepository codes;

    @Inject
    PerimeterReader perimeters;

    @CheckedTemplate(basePath = "site")
    static class Templates {
        static native TemplateInstance identity(Step page);

        static native TemplateInstance place(Step page);

        static native TemplateInstance terms(Step page);

        static native TemplateInstance spaces(Step page);
    }

    /** A step with what is known or was typed, and what is wrong with it. */
    public record Step(Opened opened, SiteContent content, Lists lists, int version, String no, Faults faults) {
        public String here() {
            return "/mes-sites/" + opened.site().slug;
        }

        public String error(String field) {
            return faults.of(field);
        }

        public String lines(List<String> texts) {
            return String.join("\n", texts);
        }

        public String days(RuleContent rule) {
            return rule.weekdays().toString().replaceAll("[^0-9 ]", "");
        }

        public Site.Confidence[] confidences() {
            return Site.Confidence.values();
        }

        public Space.Domain[] domains() {
            return Space.Domain.values();
        }

        public RuleContent.Kind[] kinds() {
            return RuleContent.Kind.values();
        }

        /** The rules of a space and an empty row for one more. */
        public List<RuleContent> rules(SpaceContent space) {
            List<RuleContent> rules = new ArrayList<>(space.rules());
            rules.add(new RuleContent(null, null, null, null, null, null, null));
            return rules;
        }

        /** The spaces and an empty row for one more. */
        public List<SpaceContent> rows() {
            List<SpaceContent> rows = new ArrayList<>(content.spaces());
            rows.add(SpaceContent.named(""));
            return rows;
        }
    }

    /** What can be chosen. */
    public record Lists(
            List<Code> categories,
            List<Code> themes,
            List<Code> constraints,
            List<Code> communes,
            List<Code> tariffs) {}

    @GET
    @Path("/{step: identite|lieu|conditions|espaces}")
    public Response show(@RestPath String slug, @RestPath String step) {
        Opened opened = life.read(slug, caller.account());
        return page(step, opened, opened.content(), opened.version(), null, new Faults());
    }

    @POST
    @Path("/identite")
    public Response identity(@RestPath String slug, @BeanParam SiteForm form) {
        return save(slug, "identite", "lieu", form.version, (content, faults) -> content.with(form.identity()));
    }

    @POST
    @Path("/lieu")
    public Response place(@RestPath String slug, @BeanParam SiteForm form) {
        return save(
                slug,
                "lieu",
                "conditions",
                form.version,
                (content, faults) -> content.with(form.place(content.place(), perimeters, faults)));
    }

    @POST
    @Path("/conditions")
    public Response terms(@RestPath String slug, @BeanParam SiteForm form) {
        return save(slug, "conditions", "espaces", form.version, (content, faults) -> content.with(form.terms(faults)));
    }

    @POST
    @Path("/espaces")
    public Response spaces(@RestPath String slug, @BeanParam SpacesForm form) {
        return save(
                slug,
                "espaces",
                null,
                form.version,
                (content, faults) -> content.withSpaces(form.read(content.spaces(), faults)));
    }

    private Response save(
            String slug, String step, String next, String version, BiFunction<SiteContent, Faults, SiteContent> typed) {
        Opened opened = life.read(slug, caller.account());
        int seen = version == null || !version.matches("[0-9]{1,9}") ? -1 : Integer.parseInt(version);
        Faults faults = new Faults();
        SiteContent content = typed.apply(opened.content(), faults);
        content.check(faults);
        if (faults.any()) return page(step, opened, content, seen, null, faults);
        try {
            life.save(slug, seen, content, caller.account());
            return Response.seeOther(URI.create("/mes-sites/" + slug + (next == null ? "" : "/modifier/" + next)))
                    .build();
        } catch (Refusal no) {
            return page(step, opened, content, seen, no.detail(), faults);
        } catch (ProblemException wrong) {
            if (wrong.problem().status() == 412)
                return page(step, opened, content, seen, wrong.problem().detail(), faults);
            if (wrong.problem().status() != 400) throw wrong;
            faults.add(
                    String.valueOf(wrong.problem().more().get("field")),
                    wrong.problem().detail());
            return page(step, opened, content, seen, null, faults);
        }
    }

    private Response page(String step, Opened opened, SiteContent content, int version, String no, Faults faults) {
        Lists lists = new Lists(
                codes.listCategories(),
                codes.listThemes(),
                codes.listConstraints(),
                codes.listCommunes(),
                codes.listTariffs(opened.site().organisationId));
        Step page = new Step(opened, content, lists, version, no, faults);
        TemplateInstance template = switch (step) {
            case "identite" -> Templates.identity(page);
            case "lieu" -> Templates.place(page);
            case "conditions" -> Templates.terms(page);
            default -> Templates.spaces(page);
        };
        int status = no != null ? 409 : faults.any() ? 400 : 200;
        return Response.status(status).entity(template).build();
    }
}
