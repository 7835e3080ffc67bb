package fr.terrain.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;

/** Where a named place lies: a commune's label point, else the access point of a published site. Degrees (EPSG:4326). */
@ApplicationScoped
public class PlaceRepository {
    private static final String NAMED = """
            select name, st_x(point), st_y(point) from (
              select 0 as kind, name, label_point as point from commune where search_text(name) = search_text(:typed)
              union all
              select 1, name, access_point from public_site
               where words @@ plainto_tsquery('pg_catalog.french', search_text(:typed))
                 and search_vector(name) @@ plainto_tsquery('pg_catalog.french', search_text(:typed))) found
             order by kind, length(name), name limit 1
            """;
    private static final int LONGEST = 120;

    @Inject
    EntityManager entityManager;

    /** A place and its name as written. */
    public record Named(String name, double longitude, double latitude) {}

    /** The commune, or the site with the shortest name, that carries all these words. */
    @SuppressWarnings("unchecked")
    public Optional<Named> find(String typed) {
        if (typed.isBlank() || typed.length() > LONGEST) return Optional.empty();
        List<Tuple> rows = entityManager
                .createNativeQuery(NAMED, Tuple.class)
                .setParameter("typed", typed)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Named(row.get(0, String.class), row.get(1, Double.class), row.get(2, Double.class)));
    }
}
