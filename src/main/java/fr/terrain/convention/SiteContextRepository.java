package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Constraint;
import fr.terrain.convention.ConventionInputs.Landmark;
import fr.terrain.convention.ConventionInputs.Position;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/** What a convention says of a site besides its own row: constraints, category and commune in words, communes around for the map. */
@ApplicationScoped
public class SiteContextRepository {
    private static final String CONSTRAINTS = """
            select c.code, c.label, c.effect from site_constraint s join constraint_code c on c.code = s.constraint_code
             where s.site_id = :site order by c.code
            """;
    private static final String LANDMARKS = """
            select c.name, st_x(c.label_point), st_y(c.label_point) from commune c, site s
             where s.id = :site order by c.label_point <-> s.access_point limit 8
            """;
    private static final String PLACE = """
            select k.label, m.name, case m.department when '13' then 'Bouches-du-Rhône' when '83' then 'Var' when '84' then 'Vaucluse' else m.department end
              from site s join category k on k.code = s.category join commune m on m.insee = s.insee where s.id = :site
            """;

    @Inject
    EntityManager entityManager;

    /** Category and commune of a site in words, and its department's name. */
    record Place(String category, String commune, String department) {}

    List<Constraint> listConstraints(long site) {
        return rows(CONSTRAINTS, site)
                .map(row ->
                        new Constraint(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)))
                .toList();
    }

    /** The nearest communes' names, EPSG:4326. */
    List<Landmark> listLandmarks(long site) {
        return rows(LANDMARKS, site)
                .map(row -> new Landmark(
                        row.get(0, String.class), new Position(row.get(1, Double.class), row.get(2, Double.class))))
                .toList();
    }

    Place getPlace(long site) {
        return rows(PLACE, site)
                .map(row -> new Place(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)))
                .findFirst()
                .orElseThrow();
    }

    private java.util.stream.Stream<Tuple> rows(String sql, long site) {
        return entityManager.createNativeQuery(sql, Tuple.class).setParameter("site", site).getResultList().stream()
                .map(row -> (Tuple) row);
    }
}
