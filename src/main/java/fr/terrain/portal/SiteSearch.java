package fr.terrain.portal;

import fr.terrain.http.French;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one query of the catalogue: published sites by place, words, kind and calendar. The database writes the GeoJSON. */
@ApplicationScoped
public class SiteSearch {
    private static final String FEATURES = """
            with matched as materialized (select s.id, s.slug from public_site s where %s),
            page as (select id from matched where cast(:after as text) is null or slug > :after order by slug limit :limit)
            select cast(coalesce(json_agg(json_build_object(
                     'type', 'Feature', 'id', s.slug, 'geometry', st_asgeojson(s.access_point, 6)::json,
                     'perimeter', st_asgeojson(s.perimeter, 6)::json,
                     'properties', json_build_object(
                       'slug', s.slug, 'name', s.name, 'summary', s.summary, 'category', s.category, 'categoryLabel', s.category_label,
                       'family', s.family, 'insee', s.insee, 'commune', s.commune, 'organisation', s.organisation, 'areaHa', s.area_ha,
                       'indoor', s.indoor, 'positionConfidence', s.position_confidence, 'updatedAt', s.updated_at,
                       'themes', (select coalesce(json_agg(t.theme order by t.theme), '[]') from site_theme t where t.site_id = s.id),
                       'constraints', (select coalesce(json_agg(c.constraint_code order by c.constraint_code), '[]')
                                         from site_constraint c where c.site_id = s.id))) order by s.slug), '[]') as text),
                   (select count(*) from matched), count(*), max(s.slug),
                   (select max(slug) from matched)
              from public_site s where s.id in (select id from page)
            """;
    private static final String HITS = """
            select s.id, s.slug, s.name, s.summary, s.family, s.category_label, s.commune, s.area_ha, s.position_confidence,
                   (select min(p.lead_time_days) from public_space p where p.site_id = s.id),
                   (select string_agg(c.label, '|' order by c.tone, c.label) from site_constraint sc
                      join constraint_code c on c.code = sc.constraint_code where sc.site_id = s.id and c.tone <> 'info')
              from public_site s where %s
             order by %s plain_text(s.name), s.id limit :limit offset :offset
            """;
    /** The best match first: how close together the words stand, and more so where the very words stand, the name before all. */
    private static final String RELEVANCE = """
            ts_rank_cd(s.words, cast(:words as tsquery)) + 2 * ts_rank(s.words, cast(:exact as tsquery)) desc,""";

    private static final String COUNT = "select count(*) from public_site s where %s";
    private static final String BY_FAMILY = """
            select s.family, count(*) from public_site s where %s group by s.family
            """;
    private static final String BY_THEME_FAMILY = """
            select th.family, count(distinct s.id) from public_site s join site_theme st on st.site_id = s.id join theme th on th.code = st.theme
             where %s group by th.family
            """;
    private static final String COMMUNES = """
            select s.insee, s.commune, count(*) from public_site s group by s.insee, s.commune order by plain_text(s.commune)
            """;

    private static final int MOST_MARKS = 2;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** A page of features as GeoJSON text; {@code last} is where the next page goes on, null when there is none. */
    public record Features(String json, long matched, long returned, String last) {}

    /** One site in the list of results. */
    public record Hit(
            long id,
            String slug,
            String name,
            String summary,
            String family,
            String categoryLabel,
            String commune,
            String areaHa,
            boolean approximate,
            int leadTimeDays,
            List<String> marks) {
        private static final int LONG_NOTICE = 30;

        /** How long ahead one asks, when it is long; else null. */
        public String notice() {
            return leadTimeDays < LONG_NOTICE ? null : "Se demande " + leadTimeDays + " jours à l’avance";
        }
    }

    /** A commune that has sites, and how many. */
    public record CommuneCount(String insee, String name, long sites) {}

    /** The sites after a slug, in the order of slugs. */
    public Features features(SiteQuery query, String after, int limit) {
        SiteFilter filter = new SiteFilter(query, clock);
        Tuple row = (Tuple) filter.bind(entityManager.createNativeQuery(featuresSql(filter), Tuple.class))
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getSingleResult();
        String last = row.get(3, String.class);
        boolean more = last != null && !last.equals(row.get(4, String.class));
        return new Features(
                row.get(0, String.class), row.get(1, Long.class), row.get(2, Long.class), more ? last : null);
    }

    /** With the filter's parameters, and {@code after} and {@code limit}. */
    static String featuresSql(SiteFilter filter) {
        return FEATURES.formatted(filter.where());
    }

    /** The sites of one page of the list: the best match of the words first, else in the order of their names. */
    @SuppressWarnings("unchecked")
    public List<Hit> list(SiteQuery query, int limit, int offset) {
        SiteFilter filter = new SiteFilter(query, clock);
        boolean ranked = query.words().query() != null;
        var hits = filter.bind(entityManager.createNativeQuery(
                        HITS.formatted(filter.where(), ranked ? RELEVANCE : ""), Tuple.class))
                .setParameter("limit", limit)
                .setParameter("offset", offset);
        if (ranked) hits.setParameter("exact", query.words().exact());
        List<Tuple> rows = hits.getResultList();
        return rows.stream().map(SiteSearch::hit).toList();
    }

    public int count(SiteQuery query) {
        SiteFilter filter = new SiteFilter(query, clock);
        Number count = (Number) filter.bind(entityManager.createNativeQuery(COUNT.formatted(filter.where())))
                .getSingleResult();
        return count.intValue();
    }

    /** How many sites each family of categories would give, the other conditions kept. */
    public Map<String, Integer> countByFamily(SiteQuery query) {
        return counts(BY_FAMILY, query.withoutCategories());
    }

    /** How many sites each family of themes would give, the other conditions kept. */
    public Map<String, Integer> countByThemeFamily(SiteQuery query) {
        return counts(BY_THEME_FAMILY, query.withoutThemes());
    }

    /** The communes where something is published. */
    @SuppressWarnings("unchecked")
    public List<CommuneCount> listCommunes() {
        List<Tuple> rows =
                entityManager.createNativeQuery(COMMUNES, Tuple.class).getResultList();
        return rows.stream()
                .map(row ->
                        new CommuneCount(row.get(0, String.class), row.get(1, String.class), row.get(2, Long.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Integer> counts(String sql, SiteQuery query) {
        SiteFilter filter = new SiteFilter(query, clock);
        List<Tuple> rows = filter.bind(entityManager.createNativeQuery(sql.formatted(filter.where()), Tuple.class))
                .getResultList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        rows.forEach(row ->
                counts.put(row.get(0, String.class), row.get(1, Long.class).intValue()));
        return counts;
    }

    private static Hit hit(Tuple row) {
        String marks = row.get(10, String.class);
        BigDecimal area = row.get(7, BigDecimal.class);
        return new Hit(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                area == null ? null : French.quantity(area),
                "LOW".equals(row.get(8, String.class)),
                row.get(9, Integer.class),
                marks == null
                        ? List.of()
                        : Arrays.stream(marks.split("\\|")).limit(MOST_MARKS).toList());
    }
}
