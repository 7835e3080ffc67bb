package fr.terrain.portal;

import fr.terrain.availability.CalendarRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** When one site can be had: for a stay, or else its first chance in the half-year to come. */
@ApplicationScoped
public class Chances {
    @Inject
    CalendarRepository calendars;

    @Inject
    Clock clock;

    /** What to say of the stay, or without one of the first chance. */
    Window of(Sheet site, Stay stay) {
        LocalDate today = LocalDate.now(clock);
        Stay sought = stay == null ? soon(site, today) : stay;
        SiteDays days = SiteDays.of(
                calendars.listAround(site.id(), sought.first(), sought.last(), clock.instant()),
                sought.first(),
                sought.last(),
                today);
        return window(site, days, stay, sought, today);
    }

    static Window window(Sheet site, SiteDays days, Stay stay, Stay sought, LocalDate today) {
        if (stay == null) return Window.first(days, sought.first(), sought.last());
        LocalDate soonest = today.plusDays(site.leadTimeDays());
        boolean tooSoon = !stay.first().isBefore(today) && stay.first().isBefore(soonest);
        return tooSoon ? Window.tooSoon(stay, site.leadTimeDays(), soonest) : Window.of(days, stay);
    }

    /** The half-year that begins on the first day for which one can still ask. */
    static Stay soon(Sheet site, LocalDate today) {
        LocalDate soonest = today.plusDays(site.leadTimeDays());
        return new Stay(soonest, soonest.plusWeeks(2L * WeekStrip.WEEKS));
    }
}
