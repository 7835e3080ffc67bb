package fr.terrain.availability;

import fr.terrain.availability.FeedRepository.Stretch;
import fr.terrain.http.ICalendar;
import fr.terrain.http.Problem;
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

/** The calendars of a published site and of its spaces as feeds: what is taken or closed, never by whom. */
@Path("/api/sites/{slug}")
@Tag(name = "Terrains")
@PermitAll
public class CalendarResource {
    private static final int DAYS_BACK = 30;
    private static final int DAYS_AHEAD = 370;

    @Inject
    SiteRepository sites;

    @Inject
    FeedRepository feeds;

    @Inject
    Clock clock;

    @ConfigProperty(name = "terrain.demonstration")
    boolean demonstration;

    /** From 30 days ago to 370 days ahead, as iCalendar (RFC 5545). */
    @GET
    @Path("/calendar.ics")
    @Produces(ICalendar.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "Donne le calendrier d’un terrain au format iCalendar")
    public String calendar(@RestPath String slug) {
        Site site = sites.getPublished(slug);
        return written(site.name, description(site.name), stretches(site, null));
    }

    /** The same of one space. */
    @GET
    @Path("/spaces/{space: [0-9]{1,18}}/calendar.ics")
    @Produces(ICalendar.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "Donne le calendrier d’un espace au format iCalendar")
    public String spaceCalendar(@RestPath String slug, @RestPath long space) {
        Site site = sites.getPublished(slug);
        String name = feeds.findSpace(site.id, space);
        if (name == null) throw Problem.notFound();
        String whole = site.name + ", " + name;
        return written(whole, description(whole), stretches(site, space));
    }

    private List<Stretch> stretches(Site site, Long space) {
        LocalDate today = LocalDate.now(clock);
        Period period = Period.around(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        return feeds.list(site.id, space, period, clock.instant());
    }

    private String written(String name, String description, List<Stretch> stretches) {
        return ICalendar.write(
                name,
                description,
                clock.instant(),
                stretches.stream().map(one -> entry(one, description)).toList());
    }

    private static ICalendar.Entry entry(Stretch stretch, String description) {
        String state = stretch.cause() == null ? Words.label(stretch.kind()) : stretch.cause();
        return ICalendar.Entry.busy(
                stretch.name() + "@terrain",
                stretch.during().from(),
                stretch.during().to(),
                stretch.space() + "\u00a0: " + state,
                description);
    }

    private String description(String name) {
        return name + (demonstration ? ". " + Words.say("notice.demonstration") : ".");
    }
}
