package fr.terrain.portal;

import fr.terrain.http.Problem;
import fr.terrain.site.Site;
import fr.terrain.site.Space;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads one published site: as a GeoJSON feature that the database writes, and as the words of its page. */
@ApplicationScoped
public class SheetRepository {
    private static final String FEATURE = """
            select cast(json_build_object(
              'type', 'Feature', 'id', s.slug, 'geometry', st_asgeojson(s.access_point, 6)::json,
              'perimeter', st_asgeojson(s.perimeter, 6)::json,
              'properties', json_build_object(
                'slug', s.slug, 'name', s.name, 'category', s.category, 'categoryLabel', s.category_label, 'family', s.family,
                'summary', s.summary, 'description', s.description, 'insee', s.insee, 'commune', s.commune, 'department', s.department,
                'organisation', s.organisation, 'areaHa', s.area_ha, 'indoor', s.indoor, 'equipment', s.equipment,
                'positionConfidence', s.position_confidence, 'whoDecides', s.who_decides, 'documents', s.documents,
                'usualDays', s.usual_days, 'cost', s.cost, 'conditions', s.conditions, 'legalLevers', s.legal_levers,
                'contact', s.contact, 'updatedAt', s.updated_at,
                'themes', (select coalesce(json_agg(t.theme order by t.theme), '[]') from site_theme t where t.site_id = s.id),
                'constraints', (select coalesce(json_agg(json_build_object('code', c.code, 'label', c.label, 'effect', c.effect,
                    'gesture', c.gesture, 'tone', c.tone) order by c.code), '[]')
                  from site_constraint sc join constraint_code c on c.code = sc.constraint_code where sc.site_id = s.id),
                'spaces', (select json_agg(json_build_object('id', p.id, 'name', p.name, 'description', p.description,
                    'domain', p.domain, 'capacity', p.capacity, 'areaM2', p.area_m2, 'overnight', p.overnight, 'minDays', p.min_days,
                    'maxDays', p.max_days, 'leadTimeDays', p.lead_time_days, 'horizonDays', p.horizon_days,
                    'bufferBeforeDays', p.buffer_before_days, 'bufferAfterDays', p.buffer_after_days,
                    'footprint', st_asgeojson(p.footprint, 6)::json) order by p.position, p.id)
                  from public_space p where p.site_id = s.id))) as text)
              from public_site s where s.slug = :slug
            """;
    private static final String SHEET = """
            select id, slug, name, family, category_label, commune, department, summary, description, who_decides, documents, usual_days,
                   cost, conditions, legal_levers, equipment, indoor, contact, organisation, area_ha, position_confidence, perimeter is not null
              from public_site where slug = :slug
            """;
    private static final String THEMES = """
            select t.label from site_theme st join theme t on t.code = st.theme where st.site_id = :site order by plain_text(t.label)
            """;
    private static final String EFFECTS = """
            select c.code, c.label, c.effect, c.gesture, c.tone from site_constraint sc join constraint_code c on c.code = sc.constraint_code
             where sc.site_id = :site order by array_position(array['danger', 'warn', 'info'], c.tone), plain_text(c.label)
            """;
    private static final String SPACES = """
            select id, name, description, domain, capacity, area_m2, min_days, max_days, lead_time_days, overnight, tariff_id
              from public_space where site_id = :site order by position, id
            """;
    private static final String NEAR = """
            select c.name, st_x(c.label_point), st_y(c.label_point) from commune c, public_site s
             where s.id = :site order by c.label_point <-> s.access_point limit 8
            """;

    private static final String ANSWER = "select median_days, decisions from public_answer_time where site_id = :site";

    @Inject
    EntityManager entityManager;

    /** The site as a GeoJSON feature, in text; empty when the public may not see it. */
    public Optional<String> findFeature(String slug) {
        return rows(FEATURE, "slug", slug).stream().findFirst().map(row -> row.get(0, String.class));
    }

    /** The site as its page shows it; 404 when the public may not see it. */
    public Sheet get(String slug) {
        Tuple row = rows(SHEET, "slug", slug).stream().findFirst().orElseThrow(Problem::notFound);
        long id = row.get(0, Long.class);
        return sheet(
                row,
                rows(THEMES, "site", id).stream()
                        .map(theme -> theme.get(0, String.class))
                        .toList(),
                rows(EFFECTS, "site", id).stream().map(SheetRepository::effect).toList(),
                rows(SPACES, "site", id).stream().map(SheetRepository::space).toList());
    }

    /** In how many days requests on the site get their decision, or that it is not known yet. */
    public String answerWords(long siteId) {
        return rows(ANSWER, "site", siteId).stream()
                .findFirst()
                .map(row -> new AnswerTime(row.get(0, Integer.class), row.get(1, Integer.class)).words())
                .orElse(AnswerTime.UNKNOWN);
    }

    /** The nearest communes at their label points, EPSG:4326. */
    List<SheetPlace.Near> listNear(long siteId) {
        return rows(NEAR, "site", siteId).stream()
                .map(row -> new SheetPlace.Near(
                        row.get(0, String.class), row.get(1, Double.class), row.get(2, Double.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String sql, String name, Object value) {
        return entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter(name, value)
                .getResultList();
    }

    private static Sheet sheet(
            Tuple row, List<String> themes, List<Sheet.Effect> effects, List<Sheet.SpaceRow> spaces) {
        return new Sheet(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(9, String.class),
                List.of(row.get(10, String[].class)),
                row.get(11, Integer.class),
                row.get(12, String.class),
                row.get(13, String.class),
                List.of(row.get(14, String[].class)),
                List.of(row.get(15, String[].class)),
                row.get(16, Boolean.class),
                row.get(17, String.class),
                row.get(18, String.class),
                row.get(19, BigDecimal.class),
                Site.Confidence.valueOf(row.get(20, String.class)),
                row.get(21, Boolean.class),
                themes,
                effects,
                spaces);
    }

    private static Sheet.Effect effect(Tuple row) {
        return new Sheet.Effect(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class));
    }

    private static Sheet.SpaceRow space(Tuple row) {
        return new Sheet.SpaceRow(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                Space.Domain.valueOf(row.get(3, String.class)),
                row.get(4, Integer.class),
                row.get(5, BigDecimal.class),
                row.get(6, Integer.class),
                row.get(7, Integer.class),
                row.get(8, Integer.class),
                row.get(9, Boolean.class),
                row.get(10, Long.class));
    }
}
