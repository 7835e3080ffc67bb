package fr.terrain.availability;

import fr.terrain.availability.Booked.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/** Reads what the public calendars tell of published sites. */
@ApplicationScoped
public class FeedRepository {
    private static final int MOST = 10_000;
    private static final String ROWS = """
            select name, space, kind, lower(during), upper(during), cause from public_feed
             where space_id in (select id from public_space where site_id = :site and (cast(:space as bigint) is null or id = :space))
               and during && tstzrange(:from, :to) and (hold_until is null or hold_until > :now)
             order by lower(during), position, name limit :most
            """;
    private static final String NAME = "select name from public_space where site_id = :site and id = :space";

    @Inject
    EntityManager entityManager;

    /** A stretch of one space, under a name that outlives a change of its times. */
    record Stretch(String name, String space, Kind kind, Period during, String cause) {}

    /**
     * What keeps the spaces of a site in a period, holds that lapsed left out.
     *
     * @param space the only space to tell of, or null
     */
    List<Stretch> list(long site, Long space, Period period, Instant now) {
        return entityManager
                .createNativeQuery(ROWS, Tuple.class)
                .setParameter("site", site)
                .setParameter("space", space)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("now", now)
                .setParameter("most", MOST)
                .getResultStream()
                .map(row -> stretch((Tuple) row))
                .toList();
    }

    /** The name of a space of a published site, or null. */
    String findSpace(long site, long space) {
        return (String) entityManager
                .createNativeQuery(NAME)
                .setParameter("site", site)
                .setParameter("space", space)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private static Stretch stretch(Tuple row) {
        return new Stretch(
                row.get(0, String.class),
                row.get(1, String.class),
                Kind.valueOf(row.get(2, String.class)),
                new Period(row.get(3, Instant.class), row.get(4, Instant.class)),
                row.get(5, String.class));
    }
}
