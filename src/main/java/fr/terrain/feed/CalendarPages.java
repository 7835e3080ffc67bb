package fr.terrain.feed;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Problem;
import fr.terrain.http.PublicAddress;
import fr.terrain.organisation.OrganisationRepository;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** Where people give their calendars an address, see when it was read, change it and end it. The address is shown once. */
@Path("/mes-calendriers")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CalendarPages {
    private static final URI HERE = URI.create("/mes-calendriers");

    @Inject
    Caller caller;

    @Inject
    CalendarAddressRepository addresses;

    @Inject
    OrganisationRepository organisations;

    @Inject
    PublicAddress address;

    @Inject
    Clock clock;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance calendars(List<CalendarAddress> calendars, Fresh fresh);
    }

    /** An address that was just given: the only time that it can be shown. */
    public record Fresh(String code, String url) {}

    @GET
    public String list() {
        return page(null);
    }

    /** Gives a calendar its address, or another one. */
    @POST
    @Path("/adresse")
    @Transactional
    public String give(@RestForm String organisation) {
        Account account = caller.account();
        Long chosen = chosen(organisation);
        if (chosen != null) organisations.getOfMember(chosen, account);
        String token = CalendarAddress.newToken();
        addresses.replace(account, chosen, CalendarAddress.hash(token), clock.instant());
        return page(new Fresh(organisation, address.of("/calendriers/" + token + ".ics")));
    }

    @POST
    @Path("/revocation")
    @Transactional
    public Response end(@RestForm String organisation) {
        addresses.revoke(caller.account(), chosen(organisation), clock.instant());
        return Response.seeOther(HERE).build();
    }

    /** The page, for who comes back to the address of a form after signing in again. */
    @GET
    @Path("/{form: adresse|revocation}")
    public Response back() {
        return Response.seeOther(HERE).build();
    }

    private String page(Fresh fresh) {
        return Templates.calendars(addresses.list(caller.account()), fresh).render();
    }

    private static Long chosen(String organisation) {
        if (organisation == null || !organisation.matches("[0-9]{1,18}"))
            throw Problem.badInput("organisation", "Rechargez la page, puis choisissez un des calendriers affichés.");
        long id = Long.parseLong(organisation);
        return id == 0 ? null : id;
    }
}
