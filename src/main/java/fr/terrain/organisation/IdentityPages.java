package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Address;
import fr.terrain.http.Faults;
import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
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

/** Where the operator's staff checks who organisations are: those that wait, and one with what it says of itself. */
@Path("/verification-organisations")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class IdentityPages {
    private static final int PAGE_SIZE = 25;
    static final int LONGEST = 1000;

    @Inject
    Caller caller;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationRegister register;

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance unchecked(Unchecked page);

        static native TemplateInstance check(Check page);
    }

    /** One page of the organisations whose identity is to be checked. */
    public record Unchecked(List<Organisation> organisations, Pager pager) {}

    /** One organisation to check, with what was typed when that failed. */
    public record Check(Organisation organisation, String checked, String reason, Objection trouble) {
        /** The address of this page, under which its forms are sent. */
        public String here() {
            return "/verification-organisations/" + organisation.id;
        }
    }

    @GET
    public TemplateInstance list(@RestQuery String page) {
        if (!organisations.isStaff(caller.account()))
            throw Problem.forbidden("La vérification des organisations revient aux agents de la Métropole.");
        Pager pager = Pager.of(
                Pager.number(page),
                PAGE_SIZE,
                organisations.countUnchecked(),
                number -> new Address("/verification-organisations")
                        .withPage(number)
                        .toString());
        return Templates.unchecked(new Unchecked(organisations.listUnchecked(PAGE_SIZE, pager.offset()), pager));
    }

    @GET
    @Path("/{id: [0-9]{1,18}}")
    public Response show(@RestPath long id) {
        return page(id, null, null, Objection.none());
    }

    /** The same page, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{id: [0-9]{1,18}}/{verdict: verification|refus}")
    public Response back(@RestPath long id, @RestPath String verdict) {
        return see(id);
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/verification")
    public Response verify(@RestPath long id, @RestForm String version, @RestForm String checked) {
        Account by = caller.account();
        Faults faults = new Faults();
        String evidence = readEvidence(checked, faults);
        if (faults.any()) return page(id, checked, null, Objection.of(faults));
        try {
            register.verify(id, SheetForms.readVersion(version), evidence, by);
            return see(id);
        } catch (RuntimeException failure) {
            return page(id, checked, null, Objection.of(failure));
        }
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/refus")
    public Response refuse(@RestPath long id, @RestForm String version, @RestForm String reason) {
        Account by = caller.account();
        Faults faults = new Faults();
        String why = readReason(reason, faults);
        if (faults.any()) return page(id, null, reason, Objection.of(faults));
        try {
            register.refuseIdentity(id, SheetForms.readVersion(version), why, by);
            return see(id);
        } catch (RuntimeException failure) {
            return page(id, null, reason, Objection.of(failure));
        }
    }

    static String readEvidence(String typed, Faults faults) {
        return faults.required(
                "checked",
                typed,
                3,
                LONGEST,
                "Dites ce que vous avez vu : avis de situation Insee, extrait Kbis, statuts.");
    }

    static String readReason(String typed, Faults faults) {
        return faults.required("reason", typed, 10, LONGEST, "Dites en une phrase ce qui ne va pas et quoi corriger.");
    }

    private Response page(long id, String checked, String reason, Objection trouble) {
        Organisation organisation = organisations.getForStaff(id, caller.account());
        return Response.status(trouble.status())
                .entity(Templates.check(new Check(organisation, checked, reason, trouble)))
                .build();
    }

    private static Response see(long id) {
        return Response.seeOther(URI.create("/verification-organisations/" + id))
                .build();
    }
}
