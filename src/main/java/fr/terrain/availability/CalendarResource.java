package fr.terrain.availability;

import fr.terrain.http.ICalendar;
import fr.terrain.http.Words;
import fr.terrain.site.Site;
import fr.terrain.site.SiteRepository;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The calendar of a published site as a feed: what is taken or closed, never by whom. */
@Path("/api/sites/{slug}/calendar.ics")
@Tag(name = "Terrains")
@PermitAll
public class CalendarResource {
    private static final int DAYS_BACK = 30;
    private static final int DAYS_AHEAD = 370;

    @Inject
    SiteRepository sites;

    @Inject
    CalendarRepository calendars;

    @Inject
    Clock clock;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    /** From 30 days ago to 370 days ahead, as iCalendar (RFC 5545). */
    @GET
    @Produces(ICalendar.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "Donne le calendrier d’un terrain au format iCalendar")
    public String calendar(@RestPath String slug) {
        Site site = sites.getPublished(slug);
        LocalDate today = LocalDate.now(clock);
        List<ICalendar.Busy> busy =
                calendars
                        .listAround(site.id, today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), clock.instant())
                        .stream()
                        .flatMap(space -> space.booked().stream().map(row -> busy(site, space, row)))
                        .toList();
        return ICalendar.write(site.name, description(site), clock.instant(), busy);
    }

    private ICalendar.Busy busy(Site site, SpaceCalendar space, Booked row) {
        String uid = "%d-%d-%d-%d@terrain"
                .formatted(
                        space.spaceId(),
                        row.firstLane(),
                        row.during().from().getEpochSecond(),
                        row.during().to().getEpochSecond());
        String state = row.cause() == null ? Words.label(row.kind()) : row.cause();
        return new ICalendar.Busy(
                uid, row.during().from(), row.during().to(), space.name() + " : " + state, description(site));
    }

    private String description(Site site) {
        return site.name + (demonstration ? ". " + Words.say("notice.demonstration") : ".");
    }
}
