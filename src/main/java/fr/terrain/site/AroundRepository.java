package fr.terrain.site;

import fr.terrain.territory.TerritoryRepository;
import fr.terrain.territory.Whereabouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;

/** All SQL on what lies around a place that is being written. */
@ApplicationScoped
public class AroundRepository {
    private static final GeometryFactory EARTH = new GeometryFactory(new PrecisionModel(), 4326);
    private static final String OVERLAPS = """
            select s.name from site s where s.state = 'PUBLISHED' and s.id <> :site and st_intersects(s.perimeter, :shape)
               and st_area(st_intersection(s.perimeter, :shape)) > 0 order by s.name limit 10
            """;
    private static final String PROPOSED = """
            select distinct c.label from constraint_code c
              join (select sc.constraint_code, s.access_point as at from site_constraint sc join site s on s.id = sc.site_id where s.id <> :site
                    union all select cc.constraint_code, e.position from census_constraint cc join census_entry e on e.id = cc.census_entry_id) beside
                on beside.constraint_code = c.code
             where c.code <> all (cast(:known as text[])) and st_dwithin(geography(beside.at), geography(:shape), 1000) order by c.label limit 12
            """;
    private static final String OFF = "select cast(round(st_distance(geography(:shape), geography(:point))) as bigint)";

    @Inject
    EntityManager entityManager;

    @Inject
    TerritoryRepository territory;

    @Inject
    PerimeterRepository perimeters;

    /** What lies around this place of that site. */
    Check.Around around(long siteId, SiteContent.Place place) {
        MultiPolygon outline =
                place.perimeter() == null ? null : place.perimeter().geometry();
        Geometry point =
                place.located() ? EARTH.createPoint(new Coordinate(place.longitude(), place.latitude())) : null;
        Geometry shape = outline == null ? point : outline;
        if (shape == null) return new Check.Around(null, List.of(), List.of(), null, null);
        Whereabouts found = territory.communeOf(shape);
        return new Check.Around(
                found,
                outline == null ? List.of() : names(OVERLAPS, "site", siteId, "shape", outline),
                names(
                        PROPOSED,
                        "site",
                        siteId,
                        "shape",
                        shape,
                        "known",
                        "{" + String.join(",", place.constraints()) + "}"),
                outline == null ? null : perimeters.area(outline),
                outline == null || point == null ? null : off(outline, point));
    }

    private Long off(Geometry shape, Geometry point) {
        return (Long) entityManager
                .createNativeQuery(OFF)
                .setParameter("shape", shape)
                .setParameter("point", point)
                .getSingleResult();
    }

    private List<String> names(String sql, Object... named) {
        jakarta.persistence.Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < named.length; i += 2) query.setParameter((String) named[i], named[i + 1]);
        return ((List<?>) query.getResultList())
                .stream().map(String.class::cast).toList();
    }
}
