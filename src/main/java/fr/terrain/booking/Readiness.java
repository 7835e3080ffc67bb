package fr.terrain.booking;

import fr.terrain.availability.AvailabilityRefusal;
import fr.terrain.availability.Collision;
import fr.terrain.availability.Occupation;
import fr.terrain.availability.Occurrence;
import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.http.Faults;
import fr.terrain.organisation.OrganisationRepository;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a draft may be sent today: what it lacks, what the rules of the place forbid, who is in the way. */
@ApplicationScoped
public class Readiness {
    private static final Set<String> OF_PLACE =
            Set.of("firstDay", "lastDay", "startTime", "endTime", "weekdays", "except", "spaces", "areaM2", "useClass");

    @Inject
    SiteRepository sites;

    @Inject
    OrganisationRepository organisations;

    @Inject
    Printable printable;

    @Inject
    Quotes quotes;

    @Inject
    Occupation occupation;

    /** Where a draft stands; the quote is null until place and dates are chosen. */
    public record State(Quote quote, List<Missing> missing, List<Collision> collisions) {
        public boolean isReady() {
            return missing.isEmpty() && collisions.isEmpty();
        }

        /** What concerns place and dates. */
        public List<Missing> ofPlace() {
            return missing.stream()
                    .filter(one -> OF_PLACE.contains(one.field()))
                    .toList();
        }

        /** The same for the form of place and dates, with who is in the way. */
        Faults faultsOfPlace() {
            Faults faults = new Faults();
            ofPlace().forEach(one -> faults.add(one.field(), one.detail()));
            if (collisions.isEmpty()) return faults;
            Trouble.Stretch first = Trouble.Stretch.of(collisions.getFirst());
            if (quote.occurrences().stream().anyMatch(Occurrence::isRefused))
                faults.add(
                        "except",
                        "Des créneaux ne sont plus libres\u00a0: retirez‑les, ou changez les jours ou les heures.");
            else
                faults.add(
                        "firstDay",
                        "Choisissez d’autres dates ou un autre espace\u00a0: « %s » est pris %s."
                                .formatted(first.space(), first.period()));
            return faults;
        }

        /** What concerns the project. */
        public List<Missing> ofProject() {
            return missing.stream()
                    .filter(one -> !OF_PLACE.contains(one.field()))
                    .toList();
        }

        /** Lets pass what may be sent, and refuses the rest with all that stands against it. */
        void require() {
            if (!missing.isEmpty()) throw BookingRefusal.incomplete(missing);
            if (!collisions.isEmpty()) throw AvailabilityRefusal.taken(collisions);
        }
    }

    /** The state of a draft at this instant.
     * @throws BookingRefusal when its site is no longer offered */
    public State of(Booking booking) {
        Site site = sites.findPublishedById(booking.siteId).orElseThrow(BookingRefusal::siteGone);
        List<Missing> missing = new ArrayList<>();
        if (!booking.isPlaced()) missing.add(new Missing("firstDay", "Choisissez les espaces et les dates."));
        missing.addAll(Completeness.listMissing(
                booking, organisations.findById(booking.party(Party.Role.OCCUPANT).organisationId)));
        missing.addAll(printable.listFaults(booking));
        if (!booking.isPlaced()) return new State(null, missing, List.of());
        Quote quote = quotes.quote(site, ask(booking), booking.id);
        missing.addAll(quotes.listObstacles(quote));
        if (quote.feeMissing() != null) missing.add(quote.feeMissing());
        return new State(quote, missing, occupation.listCollisions(booking.id, quote.claims()));
    }

    private static Ask ask(Booking booking) {
        Asked asked = Asked.of(booking);
        return ask(booking, asked.firstDay(), asked.lastDay());
    }

    /** The same, hours too, on other days. */
    static Ask ask(Booking booking, LocalDate first, LocalDate last) {
        return new Ask(
                booking.wholeSite,
                booking.spaces().stream().map(BookedSpace::spaceId).toList(),
                first,
                last,
                Asked.of(booking).series(),
                booking.areaM2,
                booking.useClass,
                booking.needs);
    }
}
