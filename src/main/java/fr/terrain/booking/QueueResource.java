package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.booking.WorkRepository.Sought;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.Problem;
import fr.terrain.organisation.Capability;
import fr.terrain.organisation.OrganisationRepository;
import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The queue of those who work on requests, over JSON: one page by date due, with what each view holds. */
@Path("/api/queue")
@Tag(name = "Demandes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class QueueResource {
    private static final int MOST = 1000;
    private static final int USUAL = 50;
    private static final int LAST_PAGE = 99_999;

    @Inject
    Caller caller;

    @Inject
    WorkRepository work;

    @Inject
    OrganisationRepository organisations;

    /**
     * One page of the queue.
     *
     * @param views how many requests each view holds, filters aside
     * @param total how many answer the filters in this view
     */
    public record QueueView(Map<String, Integer> views, int total, List<SummaryView> requests) {}

    /** The addresses of the page and of this resource say the same in the same words. */
    @GET
    @Transactional
    @Operation(summary = "Donne une page de la file d’instruction, par échéance")
    public QueueView queue(@Context UriInfo uri, @BeanParam QueueForm form, @RestQuery String limit) {
        GivenParameters.only(uri, "vue", "q", "mes", "libres", "urgentes", "terrain", "page", "limit");
        Account account = caller.account();
        if (!organisations.hasAnywhere(account, DecisionDesk.WORK.toArray(Capability[]::new)))
            throw Problem.forbidden("La file est réservée aux agents d’un gestionnaire de terrain.");
        int most = GivenParameters.whole("limit", limit, 1, MOST, USUAL);
        int page = GivenParameters.whole("page", form.page, 1, LAST_PAGE, 1);
        form.requireKnown();
        Queue.View view = Queue.View.of(form.vue);
        Sought sought = form.sought(view, DecisionDesk.WORK);
        List<Summary> found = work.list(account, sought, most, (page - 1) * most);
        return new QueueView(
                Queue.byView(work.count(account, DecisionDesk.WORK)),
                work.count(account, sought),
                found.stream().map(SummaryView::of).toList());
    }
}
