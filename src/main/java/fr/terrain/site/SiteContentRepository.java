package fr.terrain.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what is published of a site as content, and writes accepted content into its rows. */
@ApplicationScoped
public class SiteContentRepository {
    private static final String READ = """
            select cast(jsonb_build_object(
              'identity', jsonb_build_object('name', s.name, 'category', s.category, 'summary', s.summary, 'description', s.description,
                'indoor', s.indoor, 'equipment', s.equipment, 'themes', array(select theme from site_theme where site_id = s.id order by 1)),
              'place', jsonb_build_object('insee', s.insee, 'longitude', st_x(s.access_point), 'latitude', st_y(s.access_point),
                'positionConfidence', s.position_confidence, 'perimeter', cast(st_asgeojson(s.perimeter, 7, 0) as jsonb),
                'constraints', array(select constraint_code from site_constraint where site_id = s.id order by 1)),
              'terms', jsonb_build_object('whoDecides', s.who_decides, 'documents', s.documents, 'usualDays', s.usual_days, 'cost', s.cost,
                'conditions', s.conditions, 'legalLevers', s.legal_levers, 'contact', s.contact),
              'spaces', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'description', p.description,
                  'footprint', cast(st_asgeojson(p.footprint, 7, 0) as jsonb), 'domain', p.domain, 'capacity', p.capacity, 'overnight', p.overnight,
                  'leadTimeDays', p.lead_time_days, 'horizonDays', p.horizon_days, 'minDays', p.min_days, 'maxDays', p.max_days,
                  'bufferBeforeDays', p.buffer_before_days, 'bufferAfterDays', p.buffer_after_days, 'tariffId', p.tariff_id,
                  'rules', coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'weekdays', r.weekdays, 'opens', to_char(r.opens, 'HH24:MI'),
                      'closes', to_char(r.closes, 'HH24:MI'), 'seasonStart', r.season_start, 'seasonEnd', r.season_end, 'cause', r.cause) order by r.id)
                    from opening_rule r where r.space_id = p.id), '[]')) order by p.position, p.id)
                from space p where p.site_id = s.id), '[]'),
              'parties', coalesce((select jsonb_agg(jsonb_build_object('organisationId', organisation_id, 'role', role, 'mustSign', must_sign)
                  order by role, organisation_id) from site_party where site_id = s.id), '[]')) as text)
              from site s where s.id = :site
            """;
    private static final String WRITE = """
            update site set name = i->>'name', category = i->>'category', summary = i->>'summary', description = i->>'description',
                   indoor = cast(i->>'indoor' as boolean), equipment = array(select jsonb_array_elements_text(i->'equipment')),
                   insee = p->>'insee', access_point = st_setsrid(st_makepoint(cast(p->>'longitude' as float), cast(p->>'latitude' as float)), 4326),
                   position_confidence = p->>'positionConfidence', perimeter = st_setsrid(st_geomfromgeojson(nullif(p->'perimeter', 'null')), 4326),
                   area_ha = nullif(round(cast(st_area(st_transform(st_setsrid(st_geomfromgeojson(nullif(p->'perimeter', 'null')), 4326), 2154)) / 10000 as numeric), 2), 0),
                   who_decides = t->>'whoDecides', documents = array(select jsonb_array_elements_text(t->'documents')),
                   usual_days = cast(t->>'usualDays' as int), cost = t->>'cost', conditions = t->>'conditions',
                   legal_levers = array(select jsonb_array_elements_text(t->'legalLevers')), contact = nullif(t->>'contact', '')
              from (select c->'identity' as i, c->'place' as p, c->'terms' as t from cast(:content as jsonb) c) given
             where id = :site
            """;
    private static final List<String> BESIDE = List.of(
            "delete from site_theme where site_id = :site and theme not in (select jsonb_array_elements_text(cast(:content as jsonb)->'identity'->'themes'))",
            "insert into site_theme select :site, jsonb_array_elements_text(cast(:content as jsonb)->'identity'->'themes') on conflict do nothing",
            "delete from site_constraint where site_id = :site and constraint_code not in (select jsonb_array_elements_text(cast(:content as jsonb)->'place'->'constraints'))",
            "insert into site_constraint select :site, jsonb_array_elements_text(cast(:content as jsonb)->'place'->'constraints') on conflict do nothing",
            "delete from site_party where site_id = :site and cast(:content as text) is not null",
            """
            insert into site_party (site_id, organisation_id, role, must_sign)
            select :site, cast(x->>'organisationId' as bigint), x->>'role', cast(x->>'mustSign' as boolean) from jsonb_array_elements(cast(:content as jsonb)->'parties') x
            """);
    private static final String SPACES = "select id, name, capacity from space where site_id = :site order by id";
    private static final String MENTIONED = "select exists (select from mentioned_space where space_id = :space)";
    private static final String SET_ASIDE = "update space set name = '~' || id where site_id = :site";
    private static final String DROP = "delete from space where id = :space";
    private static final String ADD = """
            insert into space (site_id, name, domain) values (:site, :name, 'UNKNOWN') returning id
            """;
    private static final String CHANGE = """
            update space set name = x->>'name', description = x->>'description', domain = x->>'domain', overnight = cast(x->>'overnight' as boolean),
                   footprint = st_setsrid(st_geomfromgeojson(nullif(x->'footprint', 'null')), 4326),
                   area_m2 = case when nullif(x->'footprint', 'null') is null then case when footprint is null then area_m2 end
                     else nullif(round(cast(st_area(st_transform(st_setsrid(st_geomfromgeojson(x->'footprint'), 4326), 2154)) as numeric), 2), 0) end,
                   lead_time_days = cast(x->>'leadTimeDays' as int), horizon_days = cast(x->>'horizonDays' as int), min_days = cast(x->>'minDays' as int),
                   max_days = cast(x->>'maxDays' as int), buffer_before_days = cast(x->>'bufferBeforeDays' as int),
                   buffer_after_days = cast(x->>'bufferAfterDays' as int), tariff_id = cast(x->>'tariffId' as bigint), position = :position
              from cast(:content as jsonb) x where id = :space
            """;
    private static final String DROP_RULES = "delete from opening_rule where space_id = :space";
    private static final String ADD_RULES = """
            insert into opening_rule (space_id, kind, weekdays, opens, closes, season_start, season_end, cause)
            select :space, r->>'kind', array(select cast(jsonb_array_elements_text(r->'weekdays') as smallint)), cast(r->>'opens' as time), cast(r->>'closes' as time),
                   r->>'seasonStart', r->>'seasonEnd', r->>'cause'
              from jsonb_array_elements(cast(:content as jsonb)->'rules') with ordinality t(r, place) order by place
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    ObjectMapper json;

    @Inject
    Event<SpaceChange> changes;

    /** What the rows of the site say. */
    public SiteContent read(long siteId) {
        return parse((String) entityManager
                .createNativeQuery(READ)
                .setParameter("site", siteId)
                .getSingleResult());
    }

    SiteContent parse(String content) {
        try {
            return json.readValue(content, SiteContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes this content what the rows of the site say, in the caller's transaction.
     *
     * @throws fr.terrain.Refusal when somebody was promised what would go away
     */
    void apply(long siteId, SiteContent content) {
        String given = write(content);
        run(WRITE, "site", siteId, "content", given);
        BESIDE.forEach(sql -> run(sql, "site", siteId, "content", given));
        Map<Long, Tuple> known = spaces(siteId);
        Set<Long> kept = new HashSet<>();
        content.spaces().forEach(space -> kept.add(space.id()));
        known.values().stream()
                .filter(row -> !kept.contains(row.get(0, Long.class)))
                .forEach(this::drop);
        run(SET_ASIDE, "site", siteId);
        for (int i = 0; i < content.spaces().size(); i++) {
            SpaceContent space = content.spaces().get(i);
            if (known.containsKey(space.id()))
                change(space.id(), known.get(space.id()).get(2, Integer.class), space, i);
            else add(siteId, space, i);
        }
    }

    private void drop(Tuple row) {
        long id = row.get(0, Long.class);
        String name = row.get(1, String.class);
        changes.fire(new SpaceChange(SpaceChange.Fate.LEAVING, id, name, row.get(2, Integer.class)));
        boolean mentioned = (boolean) entityManager
                .createNativeQuery(MENTIONED)
                .setParameter("space", id)
                .getSingleResult();
        if (mentioned) throw SiteRefusal.spaceMentioned(name);
        run(DROP, "space", id);
    }

    private void change(long id, int capacity, SpaceContent space, int position) {
        run(CHANGE, "space", id, "content", write(space), "position", position);
        run(DROP_RULES, "space", id);
        run(ADD_RULES, "space", id, "content", write(space));
        if (capacity != space.capacity())
            changes.fire(new SpaceChange(SpaceChange.Fate.RESIZED, id, space.name(), space.capacity()));
    }

    private void add(long siteId, SpaceContent space, int position) {
        long id = ((Number) entityManager
                        .createNativeQuery(ADD)
                        .setParameter("site", siteId)
                        .setParameter("name", space.name())
                        .getSingleResult())
                .longValue();
        change(id, 1, space, position);
        changes.fire(new SpaceChange(SpaceChange.Fate.ADDED, id, space.name(), space.capacity()));
    }

    private Map<Long, Tuple> spaces(long siteId) {
        Map<Long, Tuple> known = new HashMap<>();
        entityManager
                .createNativeQuery(SPACES, Tuple.class)
                .setParameter("site", siteId)
                .getResultStream()
                .forEach(row -> known.put(((Tuple) row).get(0, Long.class), (Tuple) row));
        return known;
    }

    private void run(String sql, Object... named) {
        jakarta.persistence.Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < named.length; i += 2) query.setParameter((String) named[i], named[i + 1]);
        query.executeUpdate();
    }
}
