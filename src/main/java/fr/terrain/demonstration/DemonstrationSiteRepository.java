package fr.terrain.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the sites of the demonstration from census entries, published, each with spaces, rules and closures. A site that
 * is there is left as it is. Dates of closures are local times of Europe/Paris; geometries are EPSG:4326.
 */
@ApplicationScoped
class DemonstrationSiteRepository {

    private static final String FILE = """
            create temporary table demonstration_file on commit drop as
            select f as s, null::bigint as site_id from jsonb_array_elements(?::jsonb) f
             where not exists (select from site where slug = f->>'censusEntry')
            """;

    private static final String UNKNOWN = """
            select string_agg(s->>'censusEntry' || ' / ' || (s->>'organisation'), ', ') from demonstration_file
             where s->>'censusEntry' not in (select id from census_entry where withdrawn_at is null)
                or not ?::jsonb ?? (s->>'organisation')
            """;

    /** Facts come from the census entry; words and terms from the file. */
    private static final String SITES = """
            insert into site (slug, census_entry_id, name, category, summary, description, who_decides, documents, usual_days, cost,
              conditions, legal_levers, equipment, indoor, contact, organisation_id, insee, access_point, position_confidence,
              perimeter, area_ha, state, demonstration, published_at)
            select e.id, e.id, e.name, e.category, s->>'summary', s->>'description', s->>'whoDecides',
                   array(select jsonb_array_elements_text(s->'documents')), (s->>'usualDays')::int, s->>'cost', s->>'conditions',
                   array(select jsonb_array_elements_text(s->'legalLevers')), array(select jsonb_array_elements_text(s->'equipment')),
                   (s->>'indoor')::boolean, s->>'contact', (?::jsonb->>(s->>'organisation'))::bigint, e.insee, e.position,
                   e.position_confidence, st_setsrid(st_geomfromgeojson(s->'perimeter'), 4326), e.area_ha, 'PUBLISHED', true, now()
              from demonstration_file join census_entry e on e.id = s->>'censusEntry'
            """;

    private static final String SITE_IDS =
            "update demonstration_file set site_id = site.id from site where slug = s->>'censusEntry'";

    private static final String THEMES = """
            insert into site_theme
            select site_id, theme from demonstration_file join census_theme on census_entry_id = s->>'censusEntry'
            """;

    private static final String CONSTRAINTS = """
            insert into site_constraint
            select site_id, constraint_code from demonstration_file join census_constraint on census_entry_id = s->>'censusEntry'
            """;

    private static final String PARTIES = """
            insert into site_party (site_id, organisation_id, role, must_sign)
            select site_id, (?::jsonb->>(p->>'organisation'))::bigint, p->>'role', (p->>'mustSign')::boolean
              from demonstration_file cross join jsonb_array_elements(s->'parties') p
            """;

    private static final String SPACES = """
            insert into space (site_id, name, description, footprint, area_m2, domain, capacity, overnight, lead_time_days, horizon_days,
              min_days, max_days, buffer_before_days, buffer_after_days, tariff_id, position)
            select site_id, p->>'name', p->>'description', shape, coalesce((p->>'areaM2')::numeric, round(st_area(shape::geography)::numeric)),
                   p->>'domain', (p->>'capacity')::int, (p->>'overnight')::boolean, (p->>'leadTimeDays')::int, (p->>'horizonDays')::int,
                   (p->>'minDays')::int, (p->>'maxDays')::int, (p->>'bufferBeforeDays')::int, (p->>'bufferAfterDays')::int,
                   (?::jsonb->>(p->>'tariff'))::bigint, place
              from demonstration_file cross join jsonb_array_elements(s->'spaces') with ordinality t(p, place)
              cross join lateral (select st_setsrid(st_geomfromgeojson(p->'footprint'), 4326) as shape) drawn
            """;

    private static final String RULES = """
            insert into opening_rule (space_id, kind, weekdays, opens, closes, season_start, season_end, cause)
            select space.id, r->>'kind',
                   case when r->'weekdays' is null then '{1,2,3,4,5,6,7}'
                        else array(select jsonb_array_elements_text(r->'weekdays')::smallint) end,
                   coalesce((r->>'opens')::time, '00:00'), coalesce((r->>'closes')::time, '00:00'), r->>'from', r->>'to', r->>'cause'
              from demonstration_file f cross join jsonb_array_elements(s->'spaces') p
              join space on space.site_id = f.site_id and space.name = p->>'name'
              cross join jsonb_array_elements(p->'rules') r
            """;

    /** A closure without spaces named is for all of them; its rows take every lane. */
    private static final String CLOSURES = """
            with given as (
              insert into closure (space_id, starts, ends, cause)
              select space.id, (c->>'starts')::timestamp, (c->>'ends')::timestamp, c->>'cause'
                from demonstration_file f cross join jsonb_array_elements(s->'closures') c
                join space on space.site_id = f.site_id and (c->'spaces' is null or c->'spaces' ?? space.name)
              returning id, space_id, starts, ends)
            insert into occupation (space_id, kind, closure_id, lanes, during)
            select space_id, 'CLOSURE', id, '[1,)',
                   tstzrange(starts at time zone 'Europe/Paris', ends at time zone 'Europe/Paris')
              from given
            """;

    /**
     * Adds the sites that are not there, in the caller's transaction.
     *
     * @param organisations JSON object, organisation code to id
     * @param tariffs JSON object, tariff code to id
     * @return how many were added
     */
    int load(Connection connection, String organisations, String tariffs) throws SQLException {
        int added = 0;
        for (String file : DemonstrationFiles.SITES) {
            write(connection, FILE, DemonstrationFiles.text(file));
            refuseUnknown(connection, file, organisations);
            added += write(connection, SITES, organisations);
            for (String sql : List.of(SITE_IDS, THEMES, CONSTRAINTS)) {
                write(connection, sql);
            }
            write(connection, PARTIES, organisations);
            write(connection, SPACES, tariffs);
            write(connection, RULES);
            write(connection, CLOSURES);
            write(connection, "drop table demonstration_file");
        }
        return added;
    }

    private static void refuseUnknown(Connection connection, String file, String organisations) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNKNOWN)) {
            statement.setString(1, organisations);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getString(1) != null) {
                    throw new IllegalStateException("geo/demonstration/" + file
                            + ": unknown census entry or organisation: " + row.getString(1));
                }
            }
        }
    }

    private static int write(Connection connection, String sql, String... json) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < json.length; i++) {
                statement.setString(i + 1, json[i]);
            }
            return statement.executeUpdate();
        }
    }
}
