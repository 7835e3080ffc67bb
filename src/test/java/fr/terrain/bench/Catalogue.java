package fr.terrain.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A large invented catalogue, made in SQL by the migration role: published sites with words, themes, outlines for some, one
 * space each with its rules, and calendars. Dates count from the day it was made.
 */
final class Catalogue {
    /** A word that a fifth of the sites say. */
    static final String COMMON_WORD = "éclairage";

    /** How many sites share each rare word. */
    static final int SITES_A_RARE_WORD = 300;

    /** How many stays make a busy season of forty days; the next one comes {@link #CYCLE_DAYS} later. */
    private static final int SEASON_ROWS = 10;

    private static final int CYCLE_DAYS = 114;
    private static final int SEASONS_PAST = 3;
    private static final String COUNT = "select count(*) from site where slug like 'mesure-%'";
    private static final String ACCOUNT = """
            insert into account (subject, name) values ('mesure', 'mesure') on conflict (subject) do update set name = excluded.name
            """;
    private static final String ORGANISATION = """
            insert into organisation (name, kind, demonstration) values ('Gestionnaire des mesures', 'LOCAL_AUTHORITY', true)
            """;
    private static final String PROJECT = """
            insert into project (organisation_id, title, created_by)
            select o.id, 'Mesures', a.id from organisation o, account a where o.name = 'Gestionnaire des mesures' and a.subject = 'mesure'
            """;
    private static final String SITES = """
            with vocabulary (word) as (select array['éclairage', 'quai', 'hangar', 'capteur', 'chaussée', 'toiture', 'berge', 'réseau', 'antenne',
                'ombrière', 'citerne', 'passerelle', 'esplanade', 'carrefour', 'talus', 'prairie', 'pinède', 'étang', 'canal', 'grève', 'digue', 'ponton',
                'grue', 'portique', 'entrepôt', 'atelier', 'laboratoire', 'serveur', 'fibre', 'borne', 'navette', 'tramway', 'piste', 'parking', 'rampe',
                'tunnel', 'pont', 'viaduc', 'écluse', 'station', 'pompe', 'vanne', 'conduite', 'turbine', 'panneau', 'batterie', 'hydrogène', 'vapeur',
                'chaleur', 'froid', 'déchet', 'compost', 'verger', 'serre', 'ruche', 'haie', 'falaise', 'calanque', 'plage', 'dune', 'marais', 'rizière',
                'colline', 'plateau', 'carrière', 'terril', 'friche', 'halle', 'marché', 'école', 'gymnase', 'stade', 'piscine', 'théâtre', 'musée',
                'archive', 'jardin', 'square', 'fontaine', 'belvédère']),
            coded as (select array(select code from category order by position, code) as categories),
            numbered as (
              select i, st_setsrid(st_makepoint(4.95 + 0.8 * (hashint8extended(i, 1) & 1048575) / 1048576.0,
                                                43.15 + 0.6 * (hashint8extended(i, 2) & 1048575) / 1048576.0), 4326) as point
                from generate_series(1::bigint, ?) i)
            insert into site (slug, name, category, summary, description, conditions, equipment, organisation_id, insee, access_point,
              position_confidence, perimeter, area_ha, state, published_at, demonstration)
            select 'mesure-' || to_char(i, 'FM000000'), 'Terrain de mesure ' || i, categories[1 + i % 12],
                   'Un terrain inventé pour les mesures, repère' || to_char(i % greatest(1, ? / ?), 'FM0000') || '.',
                   (select string_agg(word[1 + (hashint8extended(i * 100 + k, 3) & 1048575) % cardinality(word)], ' ') from generate_series(1, 20) k),
                   'Aucun feu ; remise en état à la fin.', array['électricité', 'eau'], o.id, c.insee, point, 'HIGH',
                   case when i % 5 < 2 then st_multi(st_buffer(point::geography, 80 + i % 200)::geometry) end, 1 + i % 40, 'PUBLISHED', now(), true
              from numbered cross join vocabulary cross join coded
              cross join lateral (select insee from commune order by label_point <-> point limit 1) c
              join organisation o on o.name = 'Gestionnaire des mesures'
            """;
    private static final String THEMES = """
            with coded as (select array(select code from theme order by code) as codes)
            insert into site_theme
            select distinct s.id, codes[1 + (hashint8extended(s.id * 10 + k, 4) & 1048575) % cardinality(codes)]
              from site s cross join generate_series(1, 3) k cross join coded where s.slug like 'mesure-%'
            """;
    private static final String CONSTRAINTS = """
            with coded as (select array(select code from constraint_code order by code) as codes)
            insert into site_constraint
            select distinct s.id, codes[1 + (hashint8extended(s.id * 10 + k, 5) & 1048575) % cardinality(codes)]
              from site s cross join generate_series(1, 4) k cross join coded where s.slug like 'mesure-%'
            """;
    private static final String SPACES = """
            insert into space (site_id, name, area_m2, domain, capacity, overnight, lead_time_days, buffer_before_days, buffer_after_days)
            select id, 'Espace de mesure', 500, 'PUBLIC', case when id % 5 = 0 then 3 else 1 end, id % 2 = 0, id % 30, id % 2, id % 2
              from site where slug like 'mesure-%'
            """;
    private static final String RULES = """
            insert into opening_rule (space_id, kind, weekdays, opens, closes, season_start, season_end, cause)
            select p.id, r.kind, r.weekdays::smallint[], r.opens::time, r.closes::time, r.season_start, r.season_end, r.cause
              from space p cross join (values
                ('OPEN', '{1,2,3,4,5}', '08:00', '18:00', null, null, null),
                ('CLOSED', '{1,2,3,4,5,6,7}', '00:00', '00:00', '07-14', '07-16', 'Fête nationale')) r (kind, weekdays, opens, closes, season_start, season_end, cause)
             where p.name = 'Espace de mesure' and not p.overnight and (r.kind = 'OPEN' or p.id % 5 = 0)
            """;
    private static final String BOOKINGS = """
            insert into booking (reference, project_id, site_id, status, created_by, submitted_at)
            select 'TER-2026-' || to_char(nextval('booking_reference'), 'FM000000'), p.id, s.id, 'APPROVED', p.created_by, now()
              from site s join project p on p.title = 'Mesures' where s.slug like 'mesure-%'
            """;
    private static final String CLOSURES = """
            insert into closure (space_id, starts, ends, cause)
            select id, current_date::timestamp, current_date + interval '3 days', 'Entretien inventé' from space where name = 'Espace de mesure'
            """;
    /** Row after row, season after season, lane 1 always and every lane for closures: nothing overlaps, so the constraint can come back. */
    private static final String OCCUPATIONS = """
            insert into occupation (space_id, kind, booking_id, closure_id, hold_until, hold_reason, lanes, during)
            select p.id, d.kind, case d.kind when 'CLOSURE' then null else b.id end, case d.kind when 'CLOSURE' then c.id end,
                   case d.kind when 'HOLD' then now() + interval '20 days' end, case d.kind when 'HOLD' then 'OPTION' end,
                   case d.kind when 'CLOSURE' then int4range(1, null) else int4range(1, 2) end,
                   tstzrange(d.first::timestamp at time zone 'Europe/Paris', (d.first + 3 + (d.stay %% 2)::int)::timestamp at time zone 'Europe/Paris')
              from space p
              join booking b on b.site_id = p.site_id
              join closure c on c.space_id = p.id
              cross join lateral (
                select stay, case stay %% %2$d when 3 then 'CLOSURE' when 7 then 'HOLD' else 'BOOKING' end as kind,
                       current_date + (%1$d * (season - ?) + ((hashint8extended(p.id, 6) & 1048575) %% %1$d)::int + 4 * stay) as first
                  from generate_series(0, ? - 1) season cross join generate_series(0, %2$d - 1) stay) d
             where p.name = 'Espace de mesure'
            """.formatted(CYCLE_DAYS, SEASON_ROWS);

    private static final String CONSTRAINT = """
            select pg_get_constraintdef(oid) from pg_constraint where conname = 'occupation_no_double' and conrelid = 'occupation'::regclass
            """;

    private Catalogue() {}

    /** Makes the catalogue unless it is there with this many sites, each with so many busy seasons of ten rows. */
    static void provide(Database database, int sites, int seasons) throws SQLException {
        try (Connection connection = database.connectAsOwner()) {
            long present = number(connection, COUNT);
            if (present == sites) return;
            if (present != 0)
                throw new IllegalStateException("the database of the measures holds " + present
                        + " invented sites, not " + sites + ": remove its cluster under .local/bench");
            connection.setAutoCommit(false);
            fill(connection, sites, seasons);
            connection.commit();
            connection.setAutoCommit(true);
            run(connection, "vacuum (full, analyze) site");
            run(connection, "vacuum (analyze)");
        }
    }

    /** Triggers that would work once for each theme of each site, and the judge of conflicts, stand aside and come back. */
    private static void fill(Connection connection, int sites, int seasons) throws SQLException {
        run(connection, "set local synchronous_commit = off");
        run(connection, "set local maintenance_work_mem = '512MB'");
        run(connection, ACCOUNT);
        run(connection, ORGANISATION);
        run(connection, PROJECT);
        run(connection, "alter table site disable trigger site_words");
        run(connection, "alter table site_theme disable trigger site_theme_words");
        run(connection, SITES, sites, sites, SITES_A_RARE_WORD);
        for (String sql : new String[] {THEMES, CONSTRAINTS, SPACES, RULES, BOOKINGS, CLOSURES}) run(connection, sql);
        run(connection, "set constraints all immediate");
        run(connection, "alter table site enable trigger site_words");
        run(connection, "alter table site_theme enable trigger site_theme_words");
        run(connection, "update site set search = '' where slug like 'mesure-%'");
        String judge = text(connection, CONSTRAINT);
        run(connection, "alter table occupation drop constraint occupation_no_double");
        run(connection, OCCUPATIONS, Math.min(SEASONS_PAST, seasons - 2), seasons);
        run(connection, "alter table occupation add constraint occupation_no_double " + judge);
    }

    private static void run(Connection connection, String sql, int... values) throws SQLException {
        long begun = System.nanoTime();
        if (values.length == 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        } else {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) statement.setInt(i + 1, values[i]);
                statement.executeUpdate();
            }
        }
        System.err.printf(
                "%6d ms  %s%n",
                (System.nanoTime() - begun) / 1_000_000,
                sql.strip().lines().findFirst().orElse(""));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
