package fr.terrain.notification;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Faults;
import fr.terrain.http.Words;
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
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** How the reader wants their mail. */
@Path(Emails.PREFERENCES)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PreferencePages {
    private static final String DONE = "oui";
    private static final int BAD_INPUT = 400;

    @Inject
    Caller caller;

    @Inject
    PreferenceRepository preferences;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance preferences(PreferencePage page);
    }

    /** A choice, and whether it is the present one. */
    public record Choice(Rhythm rhythm, boolean chosen) {
        public String label() {
            return Words.label(rhythm);
        }

        public String hint() {
            return Words.say("rhythm." + rhythm);
        }
    }

    /** The choices; {@code address} is where mail goes, or null. */
    public record PreferencePage(List<Choice> choices, String address, boolean saved, Faults faults) {}

    /** The form; {@code enregistre=oui} is where sending it leads back to. */
    @GET
    public Response show(@RestQuery String enregistre) {
        return page(DONE.equals(enregistre), new Faults());
    }

    @POST
    @Transactional
    public Response choose(@RestForm String rhythm) {
        Faults faults = new Faults();
        Rhythm chosen = faults.choice("rhythm", rhythm, Rhythm.class);
        if (chosen == null) faults.add("rhythm", "Choisissez une des réponses proposées.");
        if (faults.any()) return page(false, faults);
        preferences.choose(caller.account().id, chosen, clock.instant());
        return Response.seeOther(URI.create(Emails.PREFERENCES + "?enregistre=" + DONE))
                .build();
    }

    private Response page(boolean saved, Faults faults) {
        Account account = caller.account();
        Rhythm present = preferences.of(account.id);
        List<Choice> choices = Arrays.stream(Rhythm.values())
                .map(rhythm -> new Choice(rhythm, rhythm == present))
                .toList();
        return Response.status(faults.any() ? BAD_INPUT : Response.Status.OK.getStatusCode())
                .entity(Templates.preferences(
                        new PreferencePage(choices, Mailbox.of(account.email).orElse(null), saved, faults)))
                .build();
    }
}
