package fr.terrain.audit;

import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.account.Caller;
import fr.terrain.audit.Forgetting.Prospect;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import fr.terrain.http.Problem;
import fr.terrain.http.ProblemException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where the administrator of the platform looks a person up and forgets them: what holds them, what goes and what stays is said before. */
@Path("/administration/personnes")
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
public class ForgettingPages {
    private static final String HERE = "/administration/personnes";
    private static final String DONE = "fait";
    private static final int MOST_FOUND = 50;
    private static final int LONGEST_NAMES = 1000;
    private static final int MOST_NAMES = 10;

    @Inject
    Caller caller;

    @Inject
    AccountRepository accounts;

    @Inject
    Forgetting forgetting;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance people(String words, List<Account> found, boolean done);

        static native TemplateInstance person(Prospect prospect, Typed typed, Faults faults);
    }

    /** What the administrator typed. */
    public record Typed(String reason, String names) {}

    /** Who answers to these words; {@code effacement=fait} is where a forgetting leads to. */
    @GET
    public TemplateInstance search(@RestQuery String q, @RestQuery String effacement) {
        Faults faults = new Faults();
        String words = faults.text("q", q, 200);
        if (faults.any()) throw Problem.badInput("q", faults.of("q"));
        List<Account> found = Blank.length(words) < 2 ? List.of() : accounts.search(words, MOST_FOUND);
        return Templates.people(words, found, DONE.equals(effacement));
    }

    @GET
    @Path("/{id: [0-9]{1,18}}")
    public TemplateInstance show(@RestPath long id) {
        return Templates.person(forgetting.prospect(id), new Typed("", ""), new Faults());
    }

    /** The person's page, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{id: [0-9]{1,18}}/effacement")
    public Response back(@RestPath long id) {
        return Response.seeOther(URI.create(HERE + "/" + id)).build();
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/effacement")
    public Response forget(
            @RestPath long id, @RestForm String reason, @RestForm String names, @RestForm String consent) {
        Faults faults = new Faults();
        Typed typed = new Typed(
                faults.required(
                        "reason",
                        reason,
                        Forgetting.SHORTEST_REASON,
                        Forgetting.LONGEST_REASON,
                        "Dites pourquoi, en 10 caractères au moins."),
                faults.text("names", names, LONGEST_NAMES));
        List<String> others = lines(typed.names());
        if (others.size() > MOST_NAMES) faults.add("names", "Donnez dix autres noms au plus.");
        if (!"oui".equals(consent)) faults.add("consent", "Cochez la case : l’effacement est définitif.");
        if (!faults.any()) attempt(id, typed, others, faults);
        if (!faults.any())
            return Response.seeOther(URI.create(HERE + "?effacement=" + DONE)).build();
        return Response.status(faults.of("ties") == null ? Response.Status.BAD_REQUEST : Response.Status.CONFLICT)
                .entity(Templates.person(forgetting.prospect(id), typed, faults))
                .build();
    }

    private void attempt(long id, Typed typed, List<String> others, Faults faults) {
        try {
            forgetting.forget(id, typed.reason(), others, caller.account());
        } catch (ForgettingRefusal refused) {
            faults.add("ties", refused.detail());
        } catch (ProblemException wrong) {
            if (!"reason".equals(wrong.problem().more().get("field"))) throw wrong;
            faults.add("reason", wrong.problem().detail());
        }
    }

    private static List<String> lines(String names) {
        return Arrays.stream(names.split("\\R"))
                .map(Blank::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
