package fr.terrain.booking;

import fr.terrain.availability.CalendarRepository;
import fr.terrain.availability.SpaceCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Draws the weeks of the spaces of a request. */
@ApplicationScoped
public class Strips {
    @Inject
    CalendarRepository calendars;

    @Inject
    Clock clock;

    /** The strip of some spaces of a site around these days; null when there are none, or the site is gone. */
    public RequestStrip of(long siteId, List<Long> spaces, LocalDate first, LocalDate last) {
        LocalDate monday = RequestStrip.monday(first);
        List<SpaceCalendar> chosen =
                calendars.listAround(siteId, monday, RequestStrip.end(monday), clock.instant()).stream()
                        .filter(space -> spaces.contains(space.spaceId()))
                        .toList();
        return chosen.isEmpty() ? null : RequestStrip.of(chosen, first, last);
    }
}
