package fr.terrain.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many sites each choice would give: the other conditions kept, its own kind of condition taken away. */
@ApplicationScoped
public class FacetRepository {
    private static final String COUNTS = """
            with matched as materialized (select s.id, s.family, s.insee, s.indoor, s.equipment_kinds from %s where %s)
            select 'family' as facet, family as code, count(*) from matched group by family
            union all select 'themeFamily', th.family, count(distinct m.id)
              from matched m join site_theme st on st.site_id = m.id join theme th on th.code = st.theme group by th.family
            union all select 'equipment', kind, count(*) from matched cross join unnest(equipment_kinds) kind group by kind
            union all select 'constraint', c.constraint_code, count(*) from matched m join site_constraint c on c.site_id = m.id group by c.constraint_code
            union all select 'commune', insee, count(*) from matched group by insee
            union all select 'indoor', case when indoor then 'true' else 'false' end, count(*) from matched group by indoor
             order by 1, 3 desc, 2
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** Counts by code, by the name that the API gives the facet. */
    public Map<String, Map<String, Integer>> read(SiteQuery query) {
        Map<String, Map<String, Integer>> all = count(query);
        Kinds kinds = query.kinds();
        if (!kinds.categories().isEmpty()) replace(all, "family", query.with(kinds.withoutCategories()));
        if (!kinds.themes().isEmpty()) replace(all, "themeFamily", query.with(kinds.withoutThemes()));
        if (!kinds.constraints().isEmpty() || !kinds.without().isEmpty())
            replace(all, "constraint", query.with(kinds.withoutConstraints()));
        if (query.area().commune() != null)
            replace(all, "commune", query.with(query.area().withoutCommune()));
        if (query.needs().indoor() != null)
            replace(all, "indoor", query.with(query.needs().withoutIndoor()));
        return all;
    }

    private void replace(Map<String, Map<String, Integer>> all, String facet, SiteQuery wider) {
        all.put(facet, count(wider).get(facet));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Integer>> count(SiteQuery query) {
        SiteFilter filter = new SiteFilter(query, clock);
        List<Tuple> rows = filter.bind(
                        entityManager.createNativeQuery(COUNTS.formatted(filter.from(), filter.where()), Tuple.class))
                .getResultList();
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (String facet : List.of("family", "themeFamily", "equipment", "constraint", "commune", "indoor"))
            counts.put(facet, new LinkedHashMap<>());
        for (Tuple row : rows)
            counts.get(row.get(0, String.class))
                    .put(row.get(1, String.class), row.get(2, Long.class).intValue());
        return counts;
    }
}
