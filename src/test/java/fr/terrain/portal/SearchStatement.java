package fr.terrain.portal;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The statement that the catalogue's search runs for a query, for those who measure it bare. */
public record SearchStatement(String sql, Map<String, Object> parameters) {

    /** The first page of this many sites. */
    public static SearchStatement of(SiteQuery query, int limit, Clock clock) {
        SiteFilter filter = new SiteFilter(query, clock);
        Map<String, Object> parameters = new HashMap<>(filter.parameters());
        parameters.put("after", null);
        parameters.put("key", 0.0);
        parameters.put("limit", limit);
        return new SearchStatement(SiteSearch.featuresSql(filter, SiteSort.SLUG), parameters);
    }
}
