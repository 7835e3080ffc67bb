package fr.terrain.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** All SQL on the ground: in which commune is this? */
@ApplicationScoped
public class TerritoryRepository {
    /** The rectangle, a kilometre wider, leaves the few outlines that are worth measuring. */
    private static final String OUTLINED = """
            select c.insee, c.name, cast(round(st_distance(cast(o.outline as geography), cast(g.shape as geography))) as bigint) as metres
              from (select st_setsrid(st_geomfromwkb(:shape), 4326) as shape) g
              join commune_outline o on o.outline && st_expand(g.shape, 0.0125)
              join commune c on c.insee = o.insee
             where st_dwithin(cast(o.outline as geography), cast(g.shape as geography), :tolerance)
             order by st_area(st_transform(st_intersection(o.outline, g.shape), 2154)) desc, 3, c.insee limit 1
            """;

    private static final String NEAREST = """
            select c.insee, c.name, cast(round(st_distance(cast(c.label_point as geography), cast(g.shape as geography))) as bigint) as metres,
                   exists (select from commune_outline)
              from commune c, (select st_setsrid(st_geomfromwkb(:shape), 4326) as shape) g
             order by 3, c.insee limit 1
            """;

    /** Without outlines a place farther than this from every label point lies outside. */
    private static final long FARTHEST_METRES = 15_000;

    @Inject
    EntityManager database;

    /** The commune of a point or an area (EPSG:4326): the one that holds most of it. */
    public Whereabouts communeOf(Geometry place) {
        byte[] shape = new WKBWriter().write(place);
        List<?> outlined = database.createNativeQuery(OUTLINED, Tuple.class)
                .setParameter("shape", shape)
                .setParameter("tolerance", (double) Whereabouts.TOLERANCE_METRES)
                .getResultList();
        if (!outlined.isEmpty()) {
            Tuple row = (Tuple) outlined.getFirst();
            boolean shore = row.get(2, Long.class) > 0;
            return whereabouts(row, shore ? Whereabouts.Basis.SHORE : Whereabouts.Basis.OVERLAP);
        }
        Tuple nearest = (Tuple) database.createNativeQuery(NEAREST, Tuple.class)
                .setParameter("shape", shape)
                .getSingleResult();
        boolean outside = nearest.get(3, Boolean.class) || nearest.get(2, Long.class) > FARTHEST_METRES;
        return whereabouts(nearest, outside ? Whereabouts.Basis.OUTSIDE : Whereabouts.Basis.NEAREST);
    }

    private static Whereabouts whereabouts(Tuple row, Whereabouts.Basis basis) {
        return new Whereabouts(row.get(0, String.class), row.get(1, String.class), basis, row.get(2, Long.class));
    }
}
