package fr.terrain.portal;

import fr.terrain.http.French;
import fr.terrain.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one query of the catalogue: published sites by place, words, kind and calendar. The database writes the GeoJSON. */
@ApplicationScoped
public class SiteSearch {
    private static final String FEATURES = """
            with matched as materialized (
              select s.id, s.slug, %s as key, %s as label, free.day, free.until, free.space, %s as metres from %s where %s),
            page as (
              select * from matched
               where cast(:after as text) is null or (key, label, slug) > (cast(:key as float8), %s, cast(:after as text))
               order by key, label, slug limit :limit),
            last as (select key, label, slug from page order by key desc, label desc, slug desc limit 1)
            select cast(coalesce(json_agg(json_build_object(
                     'type', 'Feature', 'id', s.slug, 'geometry', st_asgeojson(s.access_point, 6)::json,
                     'perimeter', st_asgeojson(s.perimeter, 6)::json,
                     'properties', json_build_object(
                       'slug', s.slug, 'name', s.name, 'summary', s.summary, 'category', s.category, 'categoryLabel', s.category_label,
                       'family', s.family, 'insee', s.insee, 'commune', s.commune, 'organisation', s.organisation, 'areaHa', s.area_ha,
                       'indoor', s.indoor, 'positionConfidence', s.position_confidence, 'updatedAt', s.updated_at,
                       'equipment', s.equipment_kinds, 'distanceMetres', round(p.metres),
                       'firstFree', case when p.day is not null then json_build_object('first', p.day, 'last', p.until, 'space', p.space) end,
                       'themes', (select coalesce(json_agg(t.theme order by t.theme), '[]') from site_theme t where t.site_id = s.id),
                       'constraints', (select coalesce(json_agg(c.constraint_code order by c.constraint_code), '[]')
                                         from site_constraint c where c.site_id = s.id))) order by p.key, p.label, p.slug), '[]') as text),
                   (select count(*) from matched), count(*), (select slug from last), (select key from last),
                   (select exists (select from matched m join last l on (m.key, m.label, m.slug) > (l.key, l.label, l.slug)))
              from page p join public_site s on s.id = p.id
            """;
    private static final String NAME_OF_AFTER =
            "(select plain_text(b.name) from public_site b where b.slug = cast(:after as text))";
    private static final String HITS = """
            select s.id, s.slug, s.name, s.summary, s.family, s.category_label, s.commune, s.area_ha, s.position_confidence,
                   (select min(p.lead_time_days) from public_space p where p.site_id = s.id),
                   (select string_agg(c.label, '|' order by c.tone, c.label) from site_constraint sc
                      join constraint_code c on c.code = sc.constraint_code where sc.site_id = s.id and c.tone <> 'info'),
                   free.day, free.until, free.space, %s as metres
              from %s where %s
             order by %s, plain_text(s.name), s.id limit :limit offset :offset
            """;
    private static final String COUNT = "select count(*) from %s where %s";
    private static final String COMMUNES = """
            select s.insee, s.commune, count(*) from public_site s group by s.insee, s.commune order by plain_text(s.commune)
            """;
    private static final Pattern AFTER =
            Pattern.compile("(?:(-?[0-9]{1,20}(?:\\.[0-9]{1,20})?(?:e-?[0-9]{1,3})?)~)?([a-z0-9-]{1,80})");
    private static final int MOST_MARKS = 2;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** A page of features as GeoJSON text; {@code last} is where the next page goes on, null when there is none. */
    public record Features(String json, long matched, long returned, String last) {}

    /** One site in the list of results, with its first window when one is looked for and its distance when a point is given. */
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
            List<String> marks,
            Stay firstFree,
            String freeSpace,
            Double metres) {
        private static final int LONG_NOTICE = 30;
        private static final int KILOMETRE = 1000;

        /** How long ahead one asks, when it is long; else null. */
        public String notice() {
            return leadTimeDays < LONG_NOTICE ? null : "Se demande " + leadTimeDays + " jours à l’avance";
        }

        /** "à 4 km", "à moins de 1 km"; null when no point is given. */
        public String distance() {
            if (metres == null) return null;
            return metres < KILOMETRE ? "à moins de 1\u00a0km" : "à " + Math.round(metres / KILOMETRE) + "\u00a0km";
        }
    }

    /** A commune that has sites, and how many. */
    public record CommuneCount(String insee, String name, long sites) {}

    /** Where a page goes on: the key and the slug of the site before it. */
    private record After(double key, String slug) {
        static After parse(String text) {
            if (text == null) return new After(0, null);
            Matcher parts = AFTER.matcher(text);
            if (!parts.matches()) throw Problem.badInput("after", "Reprenez la valeur donnée par le lien « next ».");
            return new After(parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1)), parts.group(2));
        }
    }

    /**
     * The sites after a place in this order.
     *
     * @param after what the page before gave as its last, or null
     * @throws fr.terrain.http.ProblemException 400 when it is no such thing
     */
    Features features(SiteQuery query, SiteSort sort, String after, int limit) {
        SiteFilter filter = new SiteFilter(query, clock).sortedBy(sort);
        After from = After.parse(after);
        Tuple row = (Tuple) filter.bind(entityManager.createNativeQuery(featuresSql(filter, sort), Tuple.class))
                .setParameter("after", from.slug())
                .setParameter("key", from.key())
                .setParameter("limit", limit)
                .getSingleResult();
        boolean more = row.get(5, Boolean.class);
        double key = more ? row.get(4, Double.class) : 0;
        String last = key == 0 ? row.get(3, String.class) : String.valueOf(key).replace('E', 'e') + "~" + row.get(3);
        return new Features(
                row.get(0, String.class), row.get(1, Long.class), row.get(2, Long.class), more ? last : null);
    }

    /** With the filter's parameters, and {@code after}, {@code key} and {@code limit}. */
    static String featuresSql(SiteFilter filter, SiteSort sort) {
        return FEATURES.formatted(
                sort.key,
                sort.label(),
                filter.metres(),
                filter.from(),
                filter.where(),
                sort == SiteSort.SLUG ? "''" : NAME_OF_AFTER);
    }

    /** The sites of one page of the list. */
    @SuppressWarnings("unchecked")
    List<Hit> list(SiteQuery query, SiteSort sort, int limit, int offset) {
        SiteFilter filter = new SiteFilter(query, clock).sortedBy(sort);
        List<Tuple> rows = filter.bind(entityManager.createNativeQuery(
                        HITS.formatted(filter.metres(), filter.from(), filter.where(), sort.key), Tuple.class))
                .setParameter("limit", limit)
                .setParameter("offset", offset)
                .getResultList();
        return rows.stream().map(SiteSearch::hit).toList();
    }

    public int count(SiteQuery query) {
        SiteFilter filter = new SiteFilter(query, clock);
        Number count =
                (Number) filter.bind(entityManager.createNativeQuery(COUNT.formatted(filter.from(), filter.where())))
                        .getSingleResult();
        return count.intValue();
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
                        : Arrays.stream(marks.split("\\|")).limit(MOST_MARKS).toList(),
                row.get(11) == null ? null : new Stay(day(row.get(11)), day(row.get(12))),
                row.get(13, String.class),
                row.get(14, Double.class));
    }

    private static LocalDate day(Object date) {
        return date instanceof LocalDate local ? local : ((java.sql.Date) date).toLocalDate();
    }
}
