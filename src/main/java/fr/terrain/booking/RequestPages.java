package fr.terrain.booking;

import fr.terrain.account.Account;
import fr.terrain.account.Caller;
import fr.terrain.http.Address;
import fr.terrain.http.Pager;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The requests of the organisations of the reader: the list, and each one with its timeline. */
@Path("/mes-demandes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RequestPages {
    private static final int PAGE_SIZE = 20;

    /** The next step is the reader's. */
    private static final Set<BookingStatus> AWAITED = EnumSet.of(
            BookingStatus.DRAFT, BookingStatus.CHANGES_REQUESTED, BookingStatus.SIGNING, BookingStatus.REPORT_DUE);

    @Inject
    Caller caller;

    @Inject
    BookingRepository bookings;

    @Inject
    SummaryRepository summaries;

    @Inject
    BookingWorkflow workflow;

    @Inject
    RequestDesk desk;

    @Inject
    Strips strips;

    @Inject
    DateBook dates;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "booking")
    static class Templates {
        static native TemplateInstance requests(RequestsPage page);
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
    public record Line(Summary summary, Held held, Countdown clock, RequestStrip strip) {
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
        return desk.isOwner(booking)
                ? desk.page(booking)
                : Response.seeOther(URI.create("/instruction/" + reference)).build();
    }

    /** The same page, for who comes back to the address of the form after signing in again. */
    @GET
    @Path("/{reference: TER-[0-9-]+}/retrait")
    public Response back(@RestPath String reference) {
        return RequestDesk.see(reference);
    }

    @POST
    @Path("/{reference: TER-[0-9-]+}/retrait")
    public Response withdraw(@RestPath String reference) {
        return desk.attemptWithReason(
                reference,
                Verb.WITHDRAW,
                (booking, version, why) -> workflow.withdraw(booking.id, version, why, caller.account()));
    }

    private List<Line> lines(List<Summary> requests, LocalDate today) {
        Map<Long, RequestStrip> drawn =
                strips.of(requests.stream().filter(RequestPages::isOpen).toList());
        Map<Long, RunningDates> running =
                dates.of(requests.stream().map(Summary::id).toList());
        return requests.stream()
                .map(one -> line(one, drawn.get(one.id()), running.get(one.id()), today))
                .toList();
    }

    private static boolean isOpen(Summary one) {
        return one.starts() != null
                && (one.status() == BookingStatus.DRAFT || one.status().isUndecided());
    }

    private static Line line(Summary one, RequestStrip strip, RunningDates dates, LocalDate today) {
        Held.People people = new Held.People(one.occupant(), one.grantor(), null);
        Held held = Held.of(one.status(), Reader.OCCUPANT, people, one.since(), dates, today);
        return new Line(one, held, Countdown.of(dates, one.status(), Reader.OCCUPANT, today), strip);
    }
}
