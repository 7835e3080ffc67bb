package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Address;
import fr.terrain.http.Faults;
import fr.terrain.http.Pager;
import fr.terrain.organisation.OrganisationRepository;
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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The requests of the organisations of the reader: the list, and each one with its timeline. */
@Path("/mes-demandes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RequestPages {
    private static final int PAGE_SIZE = 20;

    /** The next step is the reader's. */
    private static final Set<BookingStatus> AWAITED =
            EnumSet.of(BookingStatus.DRAFT, BookingStatus.CHANGES_REQUESTED, BookingStatus.SIGNING);

    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    SummaryRepository summaries;

    @Inject
    BookingWorkflow workflow;

    @Inject
    BookingTrail trail;

    @Inject
    Dossiers dossiers;

    @Inject
    Strips strips;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance requests(RequestsPage page);

        static native TemplateInstance request(RequestPage page);
    }

    /** One page of the requests, and how many there are in all by status. */
    public record RequestsPage(List<Line> lines, Map<BookingStatus, Integer> counts, Pager pager) {
        /** The result in a sentence: how many wait for the reader. */
        public String lead() {
            int mine = AWAITED.stream()
                    .mapToInt(status -> counts.getOrDefault(status, 0))
                    .sum();
            if (mine == 0) return "Rien n’attend de vous en ce moment.";
            return mine == 1
                    ? "Une demande attend que vous agissiez."
                    : mine + " demandes attendent que vous agissiez.";
        }

        /** Whether a strip is drawn, which needs its key. */
        public boolean strips() {
            return lines.stream().anyMatch(line -> line.strip() != null);
        }

        /** Whether a strip shows weeks of the past. */
        public boolean past() {
            return lines.stream()
                    .anyMatch(line -> line.strip() != null && line.strip().past());
        }
    }

    /** One request in the list. */
    public record Line(Summary summary, Held held, RequestStrip strip) {
        public String period() {
            return summary.period();
        }

        /** Whether the next step is the reader's. */
        public boolean mine() {
            return AWAITED.contains(summary.status());
        }

        public boolean draft() {
            return summary.status() == BookingStatus.DRAFT;
        }

        public String href() {
            return summary.status() == BookingStatus.DRAFT
                    ? "/demandes/" + summary.reference()
                    : "/mes-demandes/" + summary.reference();
        }
    }

    /** One request, with what was typed to withdraw it when that failed. */
    public record RequestPage(Dossier dossier, RequestStrip strip, String reason, Trouble trouble) {}

    @GET
    public Response list(@RestQuery String page) {
        Account account = caller.account();
        LocalDate today = LocalDate.now(clock);
        Map<BookingStatus, Integer> counts = summaries.countMine(account);
        Pager pager = Pager.of(
                Pager.number(page),
                PAGE_SIZE,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                number -> new Address("/mes-demandes").withPage(number).toString());
        List<Line> lines = lines(summaries.listMine(account, PAGE_SIZE, pager.offset()), today);
        return Response.ok(Templates.requests(new RequestsPage(lines, counts, pager)))
                .build();
    }

    @GET
    @Path("/{reference: TER-[0-9-]+}")
    public Response show(@RestPath String reference) {
        Booking booking = bookings.getVisible(reference, caller.account());
        if (!organisations.isMember(booking.party(Party.Role.OCCUPANT).organisationId, caller.account()))
            return Response.seeOther(URI.create("/instruction/" + reference)).build();
        return page(booking, null, Trouble.none());
    }

    /** The same page, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/retrait")
    public Response back(@RestPath String reference) {
        return see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/retrait")
    public Response withdraw(@RestPath String reference, @RestForm String version, @RestForm String reason) {
        Account account = caller.account();
        Booking booking = bookings.getVisible(reference, account);
        if (trail.isLast(booking.id, Verb.WITHDRAW, account)) return see(reference);
        Faults faults = new Faults();
        String why = faults.text("reason", reason, 2000);
        if (faults.any()) return page(booking, reason, Trouble.of(faults));
        try {
            workflow.withdraw(booking.id, DraftPages.version(version), why, account);
            return see(reference);
        } catch (RuntimeException failure) {
            Trouble trouble = Trouble.of(failure);
            if (trail.isLast(booking.id, Verb.WITHDRAW, account)) return see(reference);
            return page(bookings.getVisible(reference, account), reason, trouble);
        }
    }

    private List<Line> lines(List<Summary> requests, LocalDate today) {
        Map<Long, RequestStrip> drawn =
                strips.of(requests.stream().filter(RequestPages::isOpen).toList());
        return requests.stream()
                .map(one -> line(one, drawn.get(one.id()), today))
                .toList();
    }

    private static boolean isOpen(Summary one) {
        return one.starts() != null
                && (one.status() == BookingStatus.DRAFT || one.status().isUndecided());
    }

    private static Line line(Summary one, RequestStrip strip, LocalDate today) {
        Held.People people = new Held.People(one.occupant(), one.grantor(), null);
        Held held = Held.of(one.status(), Reader.OCCUPANT, people, one.since(), one.silence(), today);
        return new Line(one, held, strip);
    }

    private Response page(Booking booking, String reason, Trouble trouble) {
        Dossier dossier = dossiers.of(booking, Reader.OCCUPANT, caller.account());
        RequestStrip strip = booking.isPlaced()
                        && (dossier.draft() || booking.status().isUndecided())
                ? strips.of(
                        booking.siteId,
                        booking.spaces().stream().map(BookedSpace::spaceId).toList(),
                        booking.firstDay(),
                        booking.lastDay())
                : null;
        return Response.status(trouble.status())
                .entity(Templates.request(new RequestPage(dossier, strip, reason, trouble)))
                .build();
    }

    private static Response see(String reference) {
        return Response.seeOther(URI.create("/mes-demandes/" + reference)).build();
    }
}
