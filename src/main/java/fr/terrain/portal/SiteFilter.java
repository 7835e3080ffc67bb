package fr.terrain.portal;

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
    private static final String HAS_WORDS = "s.words @@ cast(:words as tsquery)";
    private static final String HAS_THEME = """
            exists (select from site_theme t where t.site_id = s.id and t.theme = any(cast(:themes as text[])))""";
    /**
     * The dearest: {@code offset 0} keeps the planner from asking it of every space there is before the other conditions have
     * chosen the sites. The site being public, so are its spaces.
     */
    private static final String CAN_BE_ASKED = """
            exists (select from space p
                     cross join lateral free_stay(p, cast(:first as date), cast(:last as date), cast(:now as timestamptz))
                     where p.site_id = s.id and cast(:days as int) between p.min_days and p.max_days
                       and cast(:first as date) >= cast(:today as date) + p.lead_time_days
                       and cast(:last as date) <= cast(:today as date) + p.horizon_days offset 0)""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    SiteFilter(SiteQuery query, Clock clock) {
        if (query.bbox() != null) {
            conditions.add(IN_BBOX);
            parameters.put("west", query.bbox().west());
            parameters.put("south", query.bbox().south());
            parameters.put("east", query.bbox().east());
            parameters.put("north", query.bbox().north());
        }
        if (query.words().query() != null) {
            conditions.add(HAS_WORDS);
            parameters.put("words", query.words().query());
        }
        if (!query.categories().isEmpty())
            among("s.category = any(cast(:categories as text[]))", "categories", query.categories());
        if (!query.themes().isEmpty()) among(HAS_THEME, "themes", query.themes());
        if (query.commune() != null) {
            conditions.add("s.insee = :commune");
            parameters.put("commune", query.commune());
        }
        if (query.stay() != null) stay(query.stay(), clock);
    }

    private void among(String condition, String name, List<String> codes) {
        conditions.add(condition);
        parameters.put(name, codes.toArray(String[]::new));
    }

    private void stay(Stay stay, Clock clock) {
        conditions.add(CAN_BE_ASKED);
        parameters.put("first", stay.first());
        parameters.put("last", stay.last());
        parameters.put("days", stay.days());
        parameters.put("today", LocalDate.now(clock));
        parameters.put("now", clock.instant());
    }

    String where() {
        return conditions.isEmpty() ? "true" : String.join("\n  and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
