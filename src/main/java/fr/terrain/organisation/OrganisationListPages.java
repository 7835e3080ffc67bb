package fr.terrain.organisation;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
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
import java.util.List;
import java.util.UUID;

/** The organisations of the reader, and the opening of another. */
@Path("/mes-organisations")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OrganisationListPages {
    @Inject
    Caller caller;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationRegister register;

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance list(ListPage page);

        static native TemplateInstance form(FormPage page);
    }

    /** The organisations of the reader, and how many wait for the reader to check them. */
    public record ListPage(List<Organisation> organisations, boolean staff, int unchecked) {}

    /** What an organisation says of itself, to be written down; the organisation is null when it is opened. */
    public record FormPage(Organisation organisation, OrganisationForm form, Objection trouble) {
        public Organisation.Kind[] kinds() {
            return Organisation.Kind.values();
        }

        public String action() {
            return organisation == null
                    ? "/mes-organisations/nouvelle"
                    : "/mes-organisations/" + organisation.id + "/fiche";
        }
    }

    @GET
    public TemplateInstance list() {
        Account reader = caller.account();
        boolean staff = organisations.isStaff(reader);
        return Templates.list(
                new ListPage(organisations.listOf(reader), staff, staff ? organisations.countUnchecked() : 0));
    }

    @GET
    @Path("/nouvelle")
    public Response begin() {
        OrganisationForm form = new OrganisationForm();
        form.key = UUID.randomUUID().toString();
        return page(null, form, Objection.none());
    }

    @POST
    @Path("/nouvelle")
    public Response open(@BeanParam OrganisationForm form) {
        Faults faults = new Faults();
        Particulars said = form.read(faults);
        Mandate signatory = form.readSignatory(faults);
        if (faults.any()) return page(null, form, Objection.of(faults));
        try {
            Organisation opened = register.open(form.key(), said, signatory, caller.account());
            return Response.seeOther(URI.create("/mes-organisations/" + opened.id))
                    .build();
        } catch (OrganisationRefusal taken) {
            faults.add("siret", taken.detail());
            return page(null, form, new Objection(taken.status(), "", "", faults));
        }
    }

    static Response page(Organisation organisation, OrganisationForm form, Objection trouble) {
        return Response.status(trouble.status())
                .entity(Templates.form(new FormPage(organisation, form, trouble)))
                .build();
    }
}
