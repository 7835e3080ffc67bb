package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jboss.logging.Logger;

/**
 * Loads the census of sites into census entries. A reload lists what changed and touches no site; an entry that left
 * the file is marked withdrawn and kept; an unknown code stops the load before a row is written.
 */
public class R__30_census extends BaseJavaMigration {

    private static final Logger LOG = Logger.getLogger(R__30_census.class);

    private static final String READ = """
            create temporary table census_read on commit drop as
            select f->>'id' as id, p->>'name' as name, p->>'category' as category, p->>'insee' as insee,
                   st_setsrid(st_geomfromgeojson(f->'geometry'), 4326) as position, p->>'positionConfidence' as position_confidence,
                   p->>'manager' as manager, p->>'managerConfidence' as manager_confidence, p->>'domainText' as domain_text,
                   (select d->>'domain' from jsonb_array_elements(?::jsonb) d where d->>'text' = p->>'domainText') as domain,
                   (p->>'areaHa')::numeric(10, 2) as area_ha, p->>'massif' as massif, p->>'aerodrome' as aerodrome,
                   (p->>'aerodromeKm')::numeric(6, 1) as aerodrome_km, p->>'note' as note, p->>'source' as source,
                   (p->>'knowledgeOnly')::boolean as knowledge_only,
                   array(select jsonb_array_elements_text(p->'themes') order by 1) as themes,
                   array(select jsonb_array_elements_text(p->'constraints') order by 1) as constraints
              from jsonb_array_elements(?::jsonb->'features') f cross join lateral (select f->'properties' as p) properties
            """;

    private static final String KNOWN = """
            create temporary table census_known on commit drop as
            select id, name, category, insee, position, position_confidence, manager, manager_confidence, domain_text, domain,
                   area_ha, massif, aerodrome, aerodrome_km, note, source, knowledge_only,
                   array(select theme from census_theme where census_entry_id = id order by 1) as themes,
                   array(select constraint_code from census_constraint where census_entry_id = id order by 1) as constraints,
                   withdrawn_at is not null as withdrawn
              from census_entry
            """;

    private static final String WRONG = """
            select id, 'unknown category' as what, category as word from census_read where category not in (select code from category)
            union all select id, 'unknown commune', insee from census_read where insee not in (select insee from commune)
            union all select id, 'unmapped domain text', domain_text from census_read where domain is null
            union all select id, 'unknown theme', t from census_read cross join unnest(themes) t
              where t not in (select code from theme)
            union all select id, 'unknown constraint code', c from census_read cross join unnest(constraints) c
              where c not in (select code from constraint_code)
            union all select id, 'entry given twice', name from census_read where id in (select id from census_read group by id having count(*) > 1)
            order by 1, 2, 3
            """;

    private static final String WITHDRAW = """
            update census_entry set withdrawn_at = now()
             where withdrawn_at is null and id not in (select id from census_read)
            """;

    private static final String WRITE = """
            insert into census_entry (id, name, category, insee, position, position_confidence, manager, manager_confidence,
              domain_text, domain, area_ha, massif, aerodrome, aerodrome_km, note, source, knowledge_only, loaded_at)
            select id, name, category, insee, position, position_confidence, manager, manager_confidence,
              domain_text, domain, area_ha, massif, aerodrome, aerodrome_km, note, source, knowledge_only, now()
              from census_read
            on conflict (id) do update set name = excluded.name, category = excluded.category, insee = excluded.insee,
              position = excluded.position, position_confidence = excluded.position_confidence, manager = excluded.manager,
              manager_confidence = excluded.manager_confidence, domain_text = excluded.domain_text, domain = excluded.domain,
              area_ha = excluded.area_ha, massif = excluded.massif, aerodrome = excluded.aerodrome,
              aerodrome_km = excluded.aerodrome_km, note = excluded.note, source = excluded.source,
              knowledge_only = excluded.knowledge_only, loaded_at = excluded.loaded_at, withdrawn_at = null
            """;

    private static final String FORGET_CODES = """
            delete from census_theme where census_entry_id in (select id from census_read);
            delete from census_constraint where census_entry_id in (select id from census_read)
            """;

    private static final String WRITE_CODES = """
            insert into census_theme select id, t from census_read cross join unnest(themes) t;
            insert into census_constraint select id, c from census_read cross join unnest(constraints) c
            """;

    private static final String DIFFERENCES = """
            insert into census_difference (census_entry_id, field, before, after, loaded_at)
            select r.id, field, to_jsonb(k)->>field, to_jsonb(r)->>field, now()
              from census_read r join census_known k using (id) cross join jsonb_object_keys(to_jsonb(r)) field
             where to_jsonb(k)->field is distinct from to_jsonb(r)->field
            union all
            select id, 'added', null, name, now() from census_read where id not in (select id from census_known)
            union all
            select id, 'withdrawn', 'false', 'true', now() from census_known
             where not withdrawn and id not in (select id from census_read)
            union all
            select id, 'withdrawn', 'true', 'false', now() from census_known
             where withdrawn and id in (select id from census_read)
            order by 1, 2
            """;

    private static final String LISTED = """
            select d.census_entry_id, d.field, d.before, d.after, s.slug
              from census_difference d left join site s on s.census_entry_id = d.census_entry_id
             where d.loaded_at = now() order by d.id
            """;

    private final GeoFiles files;

    /** Reads the files that come with the application. */
    public R__30_census() {
        this(GeoFiles.packaged());
    }

    /** Reads these files. */
    public R__30_census(GeoFiles files) {
        this.files = files;
    }

    @Override
    public Integer getChecksum() {
        return files.checksum("census.geojson", "domains.json");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        read(connection);
        try (Statement statement = connection.createStatement()) {
            boolean reload = holdsRows(statement, "census_known");
            for (String sql : List.of(WITHDRAW, WRITE, FORGET_CODES, WRITE_CODES)) {
                statement.execute(sql);
            }
            if (reload) {
                statement.execute(DIFFERENCES);
                logDifferences(statement);
            }
        }
    }

    private void read(Connection connection) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ);
                Statement statement = connection.createStatement()) {
            read.setString(1, files.text("domains.json"));
            read.setString(2, files.text("census.geojson"));
            read.execute();
            statement.execute(KNOWN);
            if (!holdsRows(statement, "census_read")) {
                throw new IllegalStateException("geo/census.geojson holds no entry");
            }
            refuseUnknownCodes(statement);
        }
    }

    private static void refuseUnknownCodes(Statement statement) throws SQLException {
        var wrong = new ArrayList<String>();
        try (ResultSet rows = statement.executeQuery(WRONG)) {
            while (rows.next()) {
                wrong.add("%s: %s \"%s\"".formatted(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("geo/census.geojson, nothing loaded: " + String.join("; ", wrong));
        }
    }

    private static void logDifferences(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(LISTED)) {
            while (rows.next()) {
                String site = rows.getString(5) == null ? "no site" : "site " + rows.getString(5) + " left as it is";
                LOG.infof(
                        "census entry %s, %s: \"%s\" becomes \"%s\" (%s)",
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), site);
            }
        }
    }

    private static boolean holdsRows(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select exists (select from " + table + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
