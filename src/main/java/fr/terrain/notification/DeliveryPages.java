package fr.terrain.notification;

import fr.terrain.account.Caller;
import fr.terrain.http.Address;
import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
import fr.terrain.notification.Delivery.State;
import fr.terrain.notification.OutboxRepository.Aside;
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
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The mail as the administration of the platform sees it: what waits, what failed and why, what each message says. */
@Path("/administration/courriels")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DeliveryPages {
    private static final int PAGE_SIZE = 25;
    private static final String HERE = "/administration/courriels";

    @Inject
    Caller caller;

    @Inject
    DeadLetterRepository letters;

    @Inject
    OutboxRepository outbox;

    @Inject
    MailServer server;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "mail")
    static class Templates {
        static native TemplateInstance deliveries(DeliveriesPage page);

        static native TemplateInstance delivery(DeliveryPage page);
    }

    /** A view and how much it holds. */
    public record Tab(DeliveryView view, int count, boolean current) {}

    /** One page of a view. */
    public record DeliveriesPage(
            DeliveryView view, List<Tab> tabs, List<Delivery> lines, List<Aside> aside, Pager pager, boolean server) {
        /** The result in a sentence. */
        public String lead() {
            int failed = count(DeliveryView.FAILED);
            int set = count(DeliveryView.ASIDE);
            if (failed + set == 0) return "Aucun message n’est en échec.";
            return failed + set == 1 ? "Un message est en échec." : failed + set + " messages sont en échec.";
        }

        private int count(DeliveryView wanted) {
            return tabs.stream()
                    .filter(tab -> tab.view() == wanted)
                    .mapToInt(Tab::count)
                    .sum();
        }
    }

    /** One message, with its text in paragraphs of lines; none when its words are no longer kept. */
    public record DeliveryPage(Delivery delivery, List<List<String>> paragraphs, boolean server) {
        public boolean resendable() {
            return delivery.state().isStuck() && delivery.words() != null;
        }

        public boolean abandonable() {
            return delivery.words() != null
                    && (delivery.state() == State.WAITING
                            || delivery.state() == State.DEAD
                            || delivery.state() == State.UNREACHABLE);
        }
    }

    /** The list; {@code vue} is one of its views, {@code page} a number. */
    @GET
    public Response list(@RestQuery String vue, @RestQuery String page) {
        requireAdmin();
        DeliveryView view = DeliveryView.of(vue);
        List<Tab> tabs = tabs(view);
        int total = tabs.stream().filter(Tab::current).mapToInt(Tab::count).sum();
        Pager pager = Pager.of(
                Pager.number(page),
                PAGE_SIZE,
                total,
                number -> new Address(HERE)
                        .with("vue", view.code())
                        .withPage(number)
                        .toString());
        boolean events = view == DeliveryView.ASIDE;
        DeliveriesPage shown = new DeliveriesPage(
                view,
                tabs,
                events ? List.of() : letters.list(view.states(), PAGE_SIZE, pager.offset()),
                events ? outbox.listAside(PAGE_SIZE, pager.offset()) : List.of(),
                pager,
                server.isConfigured());
        return Response.ok(Templates.deliveries(shown)).build();
    }

    @GET
    @Path("/{id: [0-9]{1,18}}")
    public Response show(@RestPath long id) {
        requireAdmin();
        Delivery delivery = letters.find(id).orElseThrow(Problem::notFound);
        return Response.ok(Templates.delivery(
                        new DeliveryPage(delivery, paragraphs(delivery.words()), server.isConfigured())))
                .build();
    }

    /** The message, for who comes back to the address of one of its forms after signing in again. */
    @GET
    @Path("/{id: [0-9]{1,18}}/renvoi")
    public Response backFromAgain(@RestPath long id) {
        return see(HERE + "/" + id);
    }

    @GET
    @Path("/{id: [0-9]{1,18}}/abandon")
    public Response backFromAbandon(@RestPath long id) {
        return see(HERE + "/" + id);
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/renvoi")
    @Transactional
    public Response again(@RestPath long id) {
        requireAdmin();
        letters.again(id, clock.instant());
        return see(HERE + "/" + id);
    }

    @POST
    @Path("/{id: [0-9]{1,18}}/abandon")
    @Transactional
    public Response abandon(@RestPath long id) {
        requireAdmin();
        letters.abandon(id, caller.account());
        return see(HERE + "/" + id);
    }

    @GET
    @Path("/reprise")
    public Response backToEvents() {
        return see(HERE + "?vue=" + DeliveryView.ASIDE.code());
    }

    /** Has the letters of an event that was set aside written again. */
    @POST
    @Path("/reprise")
    @Transactional
    public Response retry(@RestForm String source, @RestForm String event) {
        requireAdmin();
        if (source == null || event == null || !event.matches("[0-9]{1,18}"))
            throw Problem.badInput("event", "Rechargez la page, puis recommencez depuis le formulaire affiché.");
        outbox.again(source, Long.parseLong(event));
        return backToEvents();
    }

    private List<Tab> tabs(DeliveryView current) {
        Map<State, Integer> counts = letters.count();
        int aside = outbox.countAside();
        return Arrays.stream(DeliveryView.values())
                .map(view -> new Tab(view, view == DeliveryView.ASIDE ? aside : sum(view, counts), view == current))
                .toList();
    }

    private static int sum(DeliveryView view, Map<State, Integer> counts) {
        return view.states().stream()
                .mapToInt(state -> counts.getOrDefault(state, 0))
                .sum();
    }

    private static List<List<String>> paragraphs(String words) {
        if (words == null) return List.of();
        return Arrays.stream(words.split("\\n{2,}"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }

    private void requireAdmin() {
        if (!caller.isAdmin()) throw Problem.forbidden("Cette page est réservée à l’administration de la plateforme.");
    }

    private static Response see(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
