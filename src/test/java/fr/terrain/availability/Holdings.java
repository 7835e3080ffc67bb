package fr.terrain.availability;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** The rows of occupation as a test reads them, and the spaces it adds. */
@ApplicationScoped
class Holdings {
    private static final String ROWS = """
            select coalesce(string_agg(kind || coalesce(' ' || hold_reason, '') || ' ' || lanes
                     || to_char(lower(during) at time zone 'Europe/Paris', ' FMDD') || to_char(upper(during) at time zone 'Europe/Paris', '-FMDD'), ', '
                   order by kind, lower(during), lower(lanes)), '')
              from occupation where %s = :id
            """;
    private static final String SPACE = """
            insert into space (site_id, name, domain, capacity, overnight, area_m2, buffer_after_days, position)
            select :site, 'Espace ' || count(*) + 1, 'PUBLIC', :capacity, true, 100, :after, count(*) from space where site_id = :site
            returning id
            """;

    @Inject
    Fixtures fixtures;

    /** The rows of a booking: kind, reason, lanes, first day and the day after the last. */
    String of(long booking) {
        return (String) fixtures.one(ROWS.formatted("booking_id"), "id", booking);
    }

    String ofSpace(long space) {
        return (String) fixtures.one(ROWS.formatted("space_id"), "id", space);
    }

    /** One more space of a site. */
    long space(Place place, int capacity, int after) {
        return ((Number) fixtures.one(SPACE, "site", place.site(), "capacity", capacity, "after", after)).longValue();
    }

    static String sqlState(Throwable refused) {
        Throwable cause = refused;
        while (cause != null && !(cause instanceof SQLException)) cause = cause.getCause();
        return cause == null ? null : ((SQLException) cause).getSQLState();
    }
}
