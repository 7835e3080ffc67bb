package fr.terrain.site;

import fr.terrain.http.Problem;
import fr.terrain.site.CensusEntry.Decision;
import fr.terrain.site.SiteCodeRepository.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** All SQL on the census and on what officers made of it. */
@ApplicationScoped
public class CensusRepository {
    private static final String ENTRIES = """
            select e.id, e.name, e.category, c.label, c.family, m.name, e.position_confidence, e.manager, e.manager_confidence, e.domain_text, e.domain,
                   e.area_ha, e.note, e.source, e.knowledge_only, t.state, t.seq, s.slug, s.name, t.merged_into, t.reason, t.decided_by, t.decided_at
              from census_entry e join census_standing t on t.id = e.id join category c on c.code = e.category join commune m on m.insee = e.insee
              left join site s on s.id = t.site_id
            """;
    private static final String LIST = ENTRIES + """
             where (:category = '' or e.category = :category) and (:commune = '' or e.insee = :commune) and (:state = '' or t.state = :state)
               and (:confidence = '' or e.position_confidence = :confidence) and (not :knowledge or e.knowledge_only)
             order by c.position, plain_text(e.name)
            """;
    private static final String GET = ENTRIES + " where e.id = :id";
    private static final String PROGRESS = """
            select c.label, count(*), count(*) filter (where t.state <> 'TO_DO') from census_entry e join census_standing t on t.id = e.id
              join category c on c.code = e.category group by c.label, c.position order by c.position
            """;
    private static final String PROGRESS_OF_COMMUNES = """
            select m.name, count(*), count(*) filter (where t.state <> 'TO_DO') from census_entry e join census_standing t on t.id = e.id
              join commune m on m.insee = e.insee group by m.name order by plain_text(m.name)
            """;
    private static final String COMMUNES = """
            select distinct m.insee, m.name from census_entry e join commune m on m.insee = e.insee where e.withdrawn_at is null order by m.name
            """;
    private static final String OTHERS = """
            select e.id, e.name from census_entry e where e.withdrawn_at is null and e.id <> :id order by e.name
            """;
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('census ' || :id, 0)) is null";
    private static final String DECIDE = """
            insert into census_decision (census_entry_id, seq, state, site_id, merged_into, reason, account_id, decided_at)
            values (:id, :seq, :state, cast(:site as bigint), :merged, :reason, :account, :at)
            """;
    private static final String CONTENT = """
            select cast(jsonb_build_object(
              'identity', jsonb_build_object('name', e.name, 'category', e.category,
                'themes', array(select theme from census_theme where census_entry_id = e.id order by 1)),
              'place', jsonb_build_object('insee', e.insee, 'longitude', st_x(e.position), 'latitude', st_y(e.position),
                'positionConfidence', e.position_confidence,
                'constraints', array(select constraint_code from census_constraint where census_entry_id = e.id order by 1))) as text)
              from census_entry e where e.id = :id
            """;

    @Inject
    EntityManager entityManager;

    /** What a list is narrowed to; an empty text is everything. */
    public record Filter(String category, String commune, String state, String confidence, boolean knowledgeOnly) {}

    /** How many of some entries are decided. */
    public record Progress(String label, long all, long done) {
        public long percent() {
            return done * 100 / all;
        }
    }

    List<CensusEntry> list(Filter filter) {
        return rows(
                LIST,
                "category",
                filter.category(),
                "commune",
                filter.commune(),
                "state",
                filter.state(),
                "confidence",
                filter.confidence(),
                "knowledge",
                filter.knowledgeOnly());
    }

    /** The entry; 404 when there is none. */
    CensusEntry get(String id) {
        return rows(GET, "id", id).stream().findFirst().orElseThrow(Problem::notFound);
    }

    /** The same, while nobody else decides on it. */
    CensusEntry lock(String id) {
        query(LOCK, "id", id).getSingleResult();
        return get(id);
    }

    List<Progress> listProgress(boolean byCommune) {
        return tuples(byCommune ? PROGRESS_OF_COMMUNES : PROGRESS).stream()
                .map(row -> new Progress(row.get(0, String.class), row.get(1, Long.class), row.get(2, Long.class)))
                .toList();
    }

    List<Code> listCommunes() {
        return codes(tuples(COMMUNES));
    }

    List<Code> listOthers(String id) {
        return codes(tuples(OTHERS, "id", id));
    }

    /** What the source knows, as the content of a draft. */
    String content(String id) {
        return (String) query(CONTENT, "id", id).getSingleResult();
    }

    void decide(CensusEntry entry, Decision state, Long site, String merged, String reason, long by, Instant now) {
        entityManager
                .createNativeQuery(DECIDE)
                .setParameter("id", entry.id())
                .setParameter("seq", entry.seq() + 1)
                .setParameter("state", state.name())
                .setParameter("site", site)
                .setParameter("merged", merged)
                .setParameter("reason", reason)
                .setParameter("account", by)
                .setParameter("at", now)
                .executeUpdate();
    }

    private List<CensusEntry> rows(String sql, Object... named) {
        return tuples(sql, named).stream().map(CensusRepository::entry).toList();
    }

    private List<Tuple> tuples(String sql, Object... named) {
        jakarta.persistence.Query query = entityManager.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < named.length; i += 2) query.setParameter((String) named[i], named[i + 1]);
        return ((List<?>) query.getResultList())
                .stream().map(row -> (Tuple) row).toList();
    }

    private jakarta.persistence.Query query(String sql, String name, Object value) {
        return entityManager.createNativeQuery(sql).setParameter(name, value);
    }

    private static List<Code> codes(List<Tuple> rows) {
        return rows.stream()
                .map(row -> new Code(row.get(0, String.class), row.get(1, String.class)))
                .toList();
    }

    private static CensusEntry entry(Tuple row) {
        return new CensusEntry(
                row.get(0, String.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                Site.Confidence.valueOf(row.get(6, String.class)),
                row.get(7, String.class),
                Site.Confidence.valueOf(row.get(8, String.class)),
                row.get(9, String.class),
                Space.Domain.valueOf(row.get(10, String.class)),
                row.get(11, BigDecimal.class),
                row.get(12, String.class),
                row.get(13, String.class),
                row.get(14, Boolean.class),
                Decision.valueOf(row.get(15, String.class)),
                row.get(16, Integer.class),
                row.get(17, String.class),
                row.get(18, String.class),
                row.get(19, String.class),
                row.get(20, String.class),
                row.get(21, String.class),
                row.get(22, Instant.class));
    }
}
