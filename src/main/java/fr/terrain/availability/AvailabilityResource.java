package fr.terrain.availability;

import fr.terrain.ParisClock;
import fr.terrain.availability.Availability.State;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.Problem;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** When the spaces of a published site are free, conditional, closed, taken or past; never by whom. */
@Path("/api/sites/{slug}/availability")
@Tag(name = "Terrains")
@PermitAll
public class AvailabilityResource {
    private static final int USUAL_DAYS = 91;
    private static final int MOST_DAYS = 400;

    @Inject
    SiteRepository sites;

    @Inject
    CalendarRepository calendars;

    @Inject
    Clock clock;

    /** The calendar of a site from one day to another, both included, in Europe/Paris. */
    public record SiteCalendar(String site, String timeZone, LocalDate from, LocalDate to, List<SpaceView> spaces) {}

    /** A space and its stretches, in order and without gap. */
    public record SpaceView(long id, String name, int capacity, boolean overnight, List<StretchView> periods) {}

    /** A stretch in one state; cause says why it is conditional or closed. */
    public record StretchView(OffsetDateTime from, OffsetDateTime to, State state, String cause) {}

    /** Days are ISO dates; without them, the 13 weeks from today. At most 400 days. */
    @GET
    @Produces("application/json")
    @Transactional
    @Operation(
            summary = "Donne les disponibilités d’un terrain",
            description = "Avant aujourd’hui, à l’heure de Paris, tout est passé (PAST).")
    public SiteCalendar availability(
            @RestPath String slug, @RestQuery String from, @RestQuery String to, @Context UriInfo uri) {
        GivenParameters.only(uri, "from", "to");
        LocalDate today = LocalDate.now(clock);
        LocalDate first = from == null ? today : date("from", from);
        LocalDate last = to == null ? first.plusDays(USUAL_DAYS - 1) : date("to", to);
        if (last.isBefore(first))
            throw Problem.badInput("to", "Le dernier jour doit suivre le premier, ou être le même.");
        if (first.plusDays(MOST_DAYS).isBefore(last)) throw Problem.badInput("to", "Demandez 400 jours au plus.");
        Site site = sites.getPublished(slug);
        return new SiteCalendar(
                slug,
                ParisClock.PARIS.getId(),
                first,
                last,
                calendars.listAround(site.id, first, last, clock.instant()).stream()
                        .map(calendar -> view(calendar, first, last, today))
                        .toList());
    }

    private static SpaceView view(SpaceCalendar calendar, LocalDate first, LocalDate last, LocalDate today) {
        return new SpaceView(
                calendar.spaceId(),
                calendar.name(),
                calendar.capacity(),
                calendar.overnight(),
                Availability.stretches(calendar, first, last, today).stream()
                        .map(stretch -> new StretchView(
                                ParisClock.at(stretch.from()).toOffsetDateTime(),
                                ParisClock.at(stretch.to()).toOffsetDateTime(),
                                stretch.state(),
                                stretch.cause()))
                        .toList());
    }

    private static LocalDate date(String field, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() <= 2200) return date;
        } catch (DateTimeParseException e) {
            throw Problem.badInput(field, "Écrivez un jour ainsi : 2027-05-03.");
        }
        throw Problem.badInput(field, "Donnez un jour entre 2000 et 2200.");
    }
}
