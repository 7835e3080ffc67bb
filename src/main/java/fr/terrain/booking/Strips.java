package fr.terrain.booking;

import fr.terrain.availability.CalendarRepository;
import fr.terrain.availability.Period;
import fr.terrain.availability.SpaceCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the weeks of the spaces of a request. */
@ApplicationScoped
public class Strips {
    @Inject
    CalendarRepository calendars;

    @Inject
    SummaryRepository summaries;

    @Inject
    Clock clock;

    /** The strip of some spaces of a site around these days; null when there are none, or the site is gone. */
    public RequestStrip of(long siteId, List<Long> spaces, LocalDate first, LocalDate last) {
        return strip(calendars.listOf(siteId, period(first), clock.instant()), spaces, first, last);
    }

    /** The strips of requests that have dates, by booking, in as many queries for all as for one. Those that have none are left out. */
    Map<Long, RequestStrip> of(List<Summary> requests) {
        Map<Long, Period> periods =
                requests.stream().collect(Collectors.toMap(Summary::siteId, one -> period(one.first()), Period::span));
        Map<Long, List<SpaceCalendar>> sites = calendars.listOf(periods, clock.instant());
        Map<Long, List<Long>> spaces = summaries.listSpaces(requests);
        Map<Long, RequestStrip> strips = new HashMap<>();
        for (Summary one : requests) {
            List<Long> wanted = spaces.getOrDefault(one.id(), List.of());
            RequestStrip strip = strip(sites.get(one.siteId()), wanted, one.first(), one.last());
            if (strip != null) strips.put(one.id(), strip);
        }
        return strips;
    }

    private static Period period(LocalDate first) {
        LocalDate monday = RequestStrip.monday(first);
        return Period.around(monday, RequestStrip.end(monday));
    }

    private RequestStrip strip(List<SpaceCalendar> all, List<Long> spaces, LocalDate first, LocalDate last) {
        List<SpaceCalendar> chosen =
                all.stream().filter(space -> spaces.contains(space.spaceId())).toList();
        return chosen.isEmpty() ? null : RequestStrip.of(chosen, first, last, LocalDate.now(clock));
    }
}
