package fr.terrain.feed;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.booking.AgendaRepository;
import fr.terrain.booking.AgendaRepository.Due;
import fr.terrain.booking.AgendaRepository.Heading;
import fr.terrain.booking.AgendaRepository.Stretch;
import fr.terrain.http.ICalendar;
import fr.terrain.http.ICalendar.Certainty;
import fr.terrain.http.ICalendar.Details;
import fr.terrain.http.ICalendar.Entry;
import fr.terrain.http.ICalendar.When;
import fr.terrain.http.PublicAddress;
import fr.terrain.http.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What somebody finds in their calendar: stretches of the requests they may see now, and what they must do by when. */
@ApplicationScoped
public class Agenda {
    private static final int DAYS_BACK = 90;
    private static final int DAYS_AHEAD = 400;

    @Inject
    AgendaRepository agenda;

    @Inject
    PublicAddress address;

    @Inject
    Clock clock;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    /**
     * The calendar as iCalendar, from 90 days ago to 400 days ahead: the same text as long as nothing changed.
     *
     * @param organisation only what concerns this one, or null
     */
    String write(Account account, Long organisation, String name) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = today.minusDays(DAYS_BACK);
        LocalDate to = today.plusDays(DAYS_AHEAD);
        List<Entry> entries = new ArrayList<>();
        agenda.listStretches(account, organisation, from, to).forEach(one -> entries.add(entry(one)));
        agenda.listDue(account, organisation, start(from), start(to)).forEach(one -> entries.add(entry(one)));
        String described = "Demandes et conventions de Terrain." + notice();
        return ICalendar.write(name, described, start(today), entries);
    }

    private Entry entry(Stretch stretch) {
        Heading heading = stretch.heading();
        Instant from = ParisClock.at(stretch.starts()).toInstant();
        Certainty certainty = certainty(stretch);
        Instant to = ParisClock.at(end(stretch, certainty)).toInstant();
        String place = heading.site() + ", " + stretch.spaces() + ", " + heading.commune();
        return new Entry(
                "demande-%d-%d@terrain".formatted(heading.id(), stretch.ordinal()),
                When.between(from, to),
                (certainty == Certainty.CANCELLED ? "Annulé\u00a0: " : "") + heading.title() + ", " + heading.site(),
                described(heading, "Espaces\u00a0: " + stretch.spaces() + "."),
                details(heading, certainty, place));
    }

    private Entry entry(Due due) {
        Heading heading = due.heading();
        String what = Words.label(due.kind());
        return new Entry(
                "demande-%d-echeance-%s@terrain"
                        .formatted(heading.id(), due.kind().name().toLowerCase(java.util.Locale.ROOT)),
                When.on(due.at().atZone(ParisClock.PARIS).toLocalDate()),
                what + "\u00a0: " + heading.reference() + ", " + heading.title(),
                described(heading, "Échéance\u00a0: " + what + "."),
                details(heading, Certainty.CONFIRMED, heading.site() + ", " + heading.commune()));
    }

    private Details details(Heading heading, Certainty certainty, String place) {
        return new Details(
                certainty,
                heading.version(),
                heading.updatedAt(),
                place,
                heading.latitude(),
                heading.longitude(),
                link(heading));
    }

    private String described(Heading heading, String more) {
        return "%s, %s.\n%s\n%s%s"
                .formatted(heading.reference(), Words.label(heading.status()), more, link(heading), notice());
    }

    private String link(Heading heading) {
        return address.of((heading.ours() ? "/mes-demandes/" : "/instruction/") + heading.reference());
    }

    private String notice() {
        return demonstration ? "\n" + Words.say("notice.demonstration") : "";
    }

    private static Certainty certainty(Stretch stretch) {
        return switch (stretch.heading().status()) {
            case DRAFT, SUBMITTED, IN_REVIEW, CHANGES_REQUESTED -> Certainty.TENTATIVE;
            case APPROVED, SIGNING, SIGNED, RUNNING, SUSPENDED, REPORT_DUE, CLOSED -> Certainty.CONFIRMED;
            case REFUSED, WITHDRAWN, EXPIRED -> Certainty.CANCELLED;
            case TERMINATED -> beginsInTime(stretch) ? Certainty.CONFIRMED : Certainty.CANCELLED;
        };
    }

    /** A convention that was ended holds until its last day. */
    private static boolean beginsInTime(Stretch stretch) {
        LocalDate lastDay = stretch.heading().lastDay();
        return lastDay != null && !stretch.starts().toLocalDate().isAfter(lastDay);
    }

    private static LocalDateTime end(Stretch stretch, Certainty certainty) {
        LocalDate lastDay = stretch.heading().lastDay();
        if (lastDay == null || certainty == Certainty.CANCELLED) return stretch.ends();
        LocalDateTime last = lastDay.plusDays(1).atStartOfDay();
        return last.isBefore(stretch.ends()) ? last : stretch.ends();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ParisClock.PARIS).toInstant();
    }
}
