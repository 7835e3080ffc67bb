package fr.terrain.deadline;

import fr.terrain.account.Caller;
import fr.terrain.deadline.DeadlineRepository.Late;
import fr.terrain.http.Address;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The deadlines that the job did not get through, for who administers the platform. */
@Path("/administration/echeances")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DeadlinePages {
    private static final int PAGE_SIZE = 25;
    private static final Duration USUAL_WAIT = Duration.ofMinutes(5);
    private static final URI HERE = URI.create("/administration/echeances");

    @Inject
    Caller caller;

    @Inject
    DeadlineRepository deadlines;

    @Inject
    DeadlineJob job;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "deadline")
    static class Templates {
        static native TemplateInstance late(LatePage page);
    }

    /** One page of what is late or fails. */
    public record LatePage(List<Late> lines, DeadlineRepository.Count count, Pager pager) {
        /** The result in a sentence. */
        public String lead() {
            if (count.late() == 0) return "Tout ce qui est arrivé à échéance a été traité.";
            String late = count.late() == 1 ? "Une échéance attend" : count.late() + " échéances attendent";
            return switch (count.failing()) {
                case 0 -> late + " d’être traitée" + (count.late() == 1 ? "." : "s.");
                case 1 -> late + "\u202f; le traitement de l’une échoue et sera repris de lui‑même.";
                default -> late + "\u202f; le traitement de " + count.failing() + " échoue et sera repris de lui‑même.";
            };
        }
    }

    /** What is late by more than five minutes, or failed, the oldest first. */
    @GET
    public Response list(@RestQuery String page) {
        requireAdmin();
        Instant late = clock.instant().minus(USUAL_WAIT);
        DeadlineRepository.Count count = deadlines.countLate(late);
        Pager pager = Pager.of(
                Pager.number(page),
                PAGE_SIZE,
                count.late(),
                number -> new Address(HERE.toString()).withPage(number).toString());
        return Response.ok(
                        Templates.late(new LatePage(deadlines.listLate(late, PAGE_SIZE, pager.offset()), count, pager)))
                .build();
    }

    /** The list, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{id: [0-9]{1,18}}/reprise")
    public Response back(@RestPath long id) {
        return Response.seeOther(HERE).build();
    }

    /** Fires it now; the list says what came of it. */
    @POST
    @Path("/{id: [0-9]{1,18}}/reprise")
    public Response retry(@RestPath long id) {
        requireAdmin();
        job.retry(id);
        return Response.seeOther(HERE).build();
    }

    private void requireAdmin() {
        if (!caller.isAdmin()) throw Problem.forbidden("Cette page est réservée à l’administration de la plateforme.");
    }
}
