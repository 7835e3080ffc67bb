package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Organisation;
import fr.terrain.organisation.OrganisationRepository;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Where an officer begins to write down a request that came by telephone or on paper; the steps of a draft follow. */
@Path("/instruction/nouvelle-demande")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class EntryPages {
    private static final int MOST_FOUND = 20;
    private static final int LONGEST_WORDS = 200;

    @Inject
    Caller caller;

    @Inject
    EntryRepository entries;

    @Inject
    OrganisationRepository organisations;

    @Inject
    BookingDrafts drafts;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance entry(EntryPage page);
    }

    /** What the page shows: sites to choose, organisations found, what was typed; {@code sent} is the request that was just sent, or null. */
    public record EntryPage(
            List<EntryRepository.Choice> sites,
            List<Organisation> found,
            EntryForm form,
            String today,
            String sent,
            Trouble trouble) {
        public List<Channel> channels() {
            return List.of(Channel.TELEPHONE, Channel.PAPER);
        }

        public Organisation.Kind[] kinds() {
            return Organisation.Kind.values();
        }
    }

    /** The empty form; {@code q} looks for the organisation, {@code envoyee} is the request that was just sent. */
    @GET
    public Response begin(@RestQuery String q, @RestQuery String envoyee) {
        EntryForm form = new EntryForm();
        form.key = UUID.randomUUID().toString();
        form.q = q;
        Faults faults = new Faults();
        faults.text("q", q, LONGEST_WORDS);
        return page(form, envoyee, faults.any() ? Trouble.of(faults) : Trouble.none());
    }

    @POST
    public Response file(@BeanParam EntryForm form) {
        requireOfficer();
        Faults faults = new Faults();
        Entry entry = form.read(faults);
        if (faults.any()) return page(form, null, Trouble.of(faults));
        try {
            Booking booking = drafts.enter(entry, caller.account());
            return Response.seeOther(URI.create("/demandes/" + booking.reference + "/lieu"))
                    .build();
        } catch (RuntimeException failure) {
            return page(form, null, Trouble.of(failure));
        }
    }

    private Response page(EntryForm form, String sent, Trouble trouble) {
        Account officer = requireOfficer();
        boolean looks = form.q != null && !form.q.isBlank() && form.q.length() <= LONGEST_WORDS;
        EntryPage page = new EntryPage(
                entries.list(officer),
                looks ? organisations.search(form.q, MOST_FOUND) : List.of(),
                form,
                LocalDate.now(clock.withZone(ParisClock.PARIS)).toString(),
                sent != null && sent.matches("TER-[0-9]{4}-[0-9]{4,9}") ? sent : null,
                trouble);
        return Response.status(trouble.status()).entity(Templates.entry(page)).build();
    }

    private Account requireOfficer() {
        Account account = caller.account();
        if (!entries.mayEnter(account))
            throw Problem.forbidden(
                    "Seuls les agents d’un gestionnaire de terrain saisissent une demande pour quelqu’un d’autre.");
        return account;
    }
}
