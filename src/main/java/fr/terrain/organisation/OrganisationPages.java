package fr.terrain.organisation;

import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** One organisation for its members: its sheet, what it says of itself, who signs for it and its settings. */
@Path("/mes-organisations/{id: [0-9]{1,18}}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OrganisationPages {
    private static final String SIGNATORIES = "signataires";
    private static final String SETTINGS = "reglages";

    @Inject
    Caller caller;

    @Inject
    OrganisationRepository organisations;

    @Inject
    OrganisationRegister register;

    @Inject
    OrganisationSheets sheets;

    @GET
    public Response show(@RestPath long id) {
        return sheets.show(id);
    }

    @GET
    @Path("/fiche")
    public Response edit(@RestPath long id) {
        Organisation organisation = organisations.getManaged(id, caller.account());
        return OrganisationListPages.page(organisation, OrganisationForm.of(organisation), Objection.none());
    }

    @POST
    @Path("/fiche")
    public Response edit(@RestPath long id, @BeanParam OrganisationForm form) {
        Organisation organisation = organisations.getManaged(id, caller.account());
        Faults faults = new Faults();
        Particulars said = form.read(faults);
        if (faults.any()) return OrganisationListPages.page(organisation, form, Objection.of(faults));
        try {
            register.describe(id, SheetForms.readVersion(form.version), said, caller.account());
            return OrganisationSheets.see(id, "fiche");
        } catch (RuntimeException failure) {
            return OrganisationListPages.page(organisation, form, Objection.of(failure));
        }
    }

    @POST
    @Path("/signataires")
    public Response name(@RestPath long id, @BeanParam SheetForms form) {
        return sheets.handle(id, form, SIGNATORIES, faults -> {
            Mandate signatory = form.readMandate(faults);
            if (!faults.any()) register.name(id, signatory, caller.account());
        });
    }

    @POST
    @Path("/signataires/{mandate: [0-9]{1,18}}/fin")
    public Response end(@RestPath long id, @RestPath long mandate) {
        return sheets.handle(id, new SheetForms(), SIGNATORIES, faults -> register.end(id, mandate, caller.account()));
    }

    @POST
    @Path("/reglages")
    public Response settle(@RestPath long id, @BeanParam SheetForms form) {
        return sheets.handle(
                id,
                form,
                SETTINGS,
                faults -> register.requireVisa(id, form.version(), "oui".equals(form.visa), caller.account()));
    }

    /** The sheet, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{section: signataires|reglages|membres|invitations|suppleances}")
    public Response back(@RestPath long id, @RestPath String section) {
        return OrganisationSheets.see(id, section);
    }

    /** The same from the address of a form on one line of a section. */
    @GET
    @Path(
            "/{section: signataires|membres|invitations|suppleances}/{line: [0-9]{1,18}}/{act: droits|retrait|renvoi|annulation|fin}")
    public Response back(@RestPath long id, @RestPath String section, @RestPath long line, @RestPath String act) {
        return OrganisationSheets.see(id, section);
    }
}
