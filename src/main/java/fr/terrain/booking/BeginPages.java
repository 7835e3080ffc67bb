package fr.terrain.booking;

import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.French;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRefusal;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
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
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Where a request begins: who asks for this site, and for which project. The draft is filed here. */
@Path("/demandes/nouvelle")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BeginPages {
    @Inject
    Caller caller;

    @Inject
    SiteRepository sites;

    @Inject
    OrganisationRepository organisations;

    @Inject
    BookingDrafts drafts;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance begin(BeginPage page);
    }

    /** What the first step shows. */
    public record BeginPage(Site site, List<Organisation> organisations, BeginForm form, Trouble trouble) {
        public List<String> steps() {
            return DraftSteps.STEPS;
        }

        /** The days looked for in the catalogue, when both are. */
        public String period() {
            try {
                return French.period(LocalDate.parse(form.du), LocalDate.parse(form.au));
            } catch (DateTimeParseException | NullPointerException none) {
                return null;
            }
        }

        public Organisation.Kind[] kinds() {
            return Organisation.Kind.values();
        }
    }

    /** The empty first step for a site; {@code du} and {@code au} are the days looked for, kept for the next step. */
    @GET
    public Response begin(@RestQuery String site, @RestQuery String du, @RestQuery String au) {
        if (site == null) return Response.seeOther(URI.create("/")).build();
        BeginForm form = new BeginForm();
        form.key = UUID.randomUUID().toString();
        form.site = site;
        form.du = du;
        form.au = au;
        List<Organisation> mine = organisations.listOf(caller.account());
        if (mine.size() == 1) form.organisation = Long.toString(mine.getFirst().id);
        if (mine.isEmpty()) form.organisation = BeginForm.OPEN_ONE;
        return page(form, Trouble.none());
    }

    @POST
    public Response file(@BeanParam BeginForm form) {
        Faults faults = new Faults();
        Beginning beginning = form.read(faults);
        if (faults.any()) return page(form, Trouble.of(faults));
        if (beginning.opened() != null
                && organisations.isTaken(beginning.opened().siret())) {
            faults.add("siret", OrganisationRefusal.takenSiret().detail());
            return page(form, new Trouble(409, "", "", faults, List.of()));
        }
        Booking booking = drafts.begin(beginning, caller.account());
        return Response.seeOther(UriBuilder.fromPath("/demandes/{reference}/lieu")
                        .queryParam("du", given(form.du))
                        .queryParam("au", given(form.au))
                        .build(booking.reference))
                .build();
    }

    private Response page(BeginForm form, Trouble trouble) {
        Site site = sites.getPublished(form.site == null ? "" : form.site);
        BeginPage page = new BeginPage(site, organisations.listOf(caller.account()), form, trouble);
        return Response.status(trouble.status()).entity(Templates.begin(page)).build();
    }

    private static Object[] given(String day) {
        boolean usable = day != null && day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        return usable ? new Object[] {day} : new Object[0];
    }
}
