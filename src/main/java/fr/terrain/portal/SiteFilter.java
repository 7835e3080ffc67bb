package fr.terrain.portal;

import fr.terrain.http.Bbox;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A site query as a condition on {@code public_site s}, with its parameters: only what is asked for is in it, so that indexes serve. */
final class SiteFilter {
    private static final String IN_BBOX = "s.access_point && st_makeenvelope(:west, :south, :east, :north, 4326)";
    private static final String IN_POLYGON = "st_intersects(s.access_point, st_geomfromtext(:polygon, 4326))";
    private static final String IN_CIRCLE = """
            s.access_point && st_makeenvelope(:circleWest, :circleSouth, :circleEast, :circleNorth, 4326)
              and st_dwithin(s.access_point::geography, st_makepoint(:longitude, :latitude)::geography, :metres)""";
    private static final String HAS_WORDS = "s.words @@ cast(:words as tsquery)";
    private static final String HAS_THEME = """
            exists (select from site_theme t where t.site_id = s.id and t.theme = any(cast(:themes as text[])))""";
    private static final String HAS_CONSTRAINT = """
            exists (select from site_constraint c where c.site_id = s.id and c.constraint_code = any(cast(:constraints as text[])))""";
    private static final String HAS_NONE_OF = """
            not exists (select from site_constraint c where c.site_id = s.id and c.constraint_code = any(cast(:without as text[])))""";
    private static final String HAS_CAPACITY =
            "exists (select from space p where p.site_id = s.id and p.capacity >= :capacity)";
    /**
     * The dearest: {@code offset 0} keeps the planner from asking it of every space there is before the other conditions have
     * chosen the sites. The site being public, so are its spaces.
     */
    private static final String CAN_BE_ASKED = """
            exists (select from space p
                     cross join lateral free_stay(p, cast(:first as date), cast(:last as date), cast(:now as timestamptz))
                     where p.site_id = s.id and p.capacity >= :capacity and cast(:days as int) between p.min_days and p.max_days
                       and cast(:first as date) >= cast(:today as date) + p.lead_time_days
                       and cast(:last as date) <= cast(:today as date) + p.horizon_days offset 0)""";
    /** The first window of each site among its spaces; the limit keeps the sites chosen before it is looked for. */
    private static final String FIRST_FREE = """
            public_site s cross join lateral (
              select f.day, f.day + cast(:days as int) - 1 as until, p.name as space
                from space p cross join lateral first_free(p, cast(:first as date), cast(:last as date), cast(:days as int),
                                                           cast(:today as date), cast(:now as timestamptz)) f (day)
               where p.site_id = s.id and p.capacity >= :capacity and f.day is not null
               order by f.day, p.position, p.id limit 1) free""";

    private static final String SITES = """
            public_site s cross join (select cast(null as date) as day, cast(null as date) as until, cast(null as text) as space) free""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final SiteQuery query;

    SiteFilter(SiteQuery query, Clock clock) {
        this.query = query;
        area(query.area());
        if (query.words().query() != null) {
            conditions.add(HAS_WORDS);
            parameters.put("words", query.words().query());
        }
        kinds(query.kinds());
        needs(query.needs(), clock);
    }

    private void area(Area area) {
        if (area.bbox() != null) {
            conditions.add(IN_BBOX);
            sides(area.bbox(), "west", "south", "east", "north");
        }
        if (area.polygon() != null) {
            conditions.add(IN_POLYGON);
            parameters.put("polygon", area.polygon());
        }
        if (area.near() != null) {
            conditions.add(IN_CIRCLE);
            sides(area.near().around(), "circleWest", "circleSouth", "circleEast", "circleNorth");
            parameters.put("longitude", area.near().longitude());
            parameters.put("latitude", area.near().latitude());
            parameters.put("metres", area.near().metres());
        }
        if (area.commune() != null) {
            conditions.add("s.insee = :commune");
            parameters.put("commune", area.commune());
        }
    }

    private void sides(Bbox bbox, String west, String south, String east, String north) {
        parameters.put(west, bbox.west());
        parameters.put(south, bbox.south());
        parameters.put(east, bbox.east());
        parameters.put(north, bbox.north());
    }

    private void kinds(Kinds kinds) {
        among("s.category = any(cast(:categories as text[]))", "categories", kinds.categories());
        among(HAS_THEME, "themes", kinds.themes());
        among("s.equipment_kinds @> cast(:equipment as text[])", "equipment", kinds.equipment());
        among(HAS_CONSTRAINT, "constraints", kinds.constraints());
        among(HAS_NONE_OF, "without", kinds.without());
    }

    private void among(String condition, String name, List<String> codes) {
        if (codes.isEmpty()) return;
        conditions.add(condition);
        parameters.put(name, codes.toArray(String[]::new));
    }

    private void needs(Needs needs, Clock clock) {
        if (needs.indoor() != null) {
            conditions.add("s.indoor = :indoor");
            parameters.put("indoor", needs.indoor());
        }
        if (needs.stay() != null) {
            if (needs.duration() == null) conditions.add(CAN_BE_ASKED);
            parameters.put("first", needs.stay().first());
            parameters.put("last", needs.stay().last());
            parameters.put("days", needs.duration() == null ? needs.stay().days() : needs.duration());
            parameters.put("today", LocalDate.now(clock));
            parameters.put("now", clock.instant());
            parameters.put("capacity", needs.capacity() == null ? 1 : needs.capacity());
        } else if (needs.capacity() != null) {
            conditions.add(HAS_CAPACITY);
            parameters.put("capacity", needs.capacity());
        }
    }

    /** The sites {@code s}, each with {@code free}: its first window when a duration is asked, else nulls. */
    String from() {
        return query.needs().duration() == null ? SITES : FIRST_FREE;
    }

    String where() {
        return conditions.isEmpty() ? "true" : String.join("\n  and ", conditions);
    }

    /** How far the site is from the point that is asked for, in metres. */
    String metres() {
        return query.area().near() == null ? "cast(null as float8)" : SiteSort.DISTANCE.key;
    }

    /** Gives what the key of this order needs beyond the conditions. */
    SiteFilter sortedBy(SiteSort sort) {
        if (sort == SiteSort.RELEVANCE) parameters.put("exact", query.words().exact());
        return this;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
