package fr.terrain.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Writes accounts, organisations and tariffs of the demonstration, then its sites. Adds what is missing and changes
 * nothing that is there, so that a demonstration keeps what its visitors did.
 */
@ApplicationScoped
class DemonstrationRepository {

    /** Several replicas may start at once. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtext('terrain.demonstration'))::text";

    private static final String INSTALLATION = "select kind from installation";

    private static final String ACCOUNTS = """
            insert into account (subject, name, email)
            select a->>'subject', a->>'name', a->>'email' from jsonb_array_elements(?::jsonb->'accounts') a
            on conflict (subject) do nothing
            """;

    private static final String ORGANISATIONS = """
            insert into organisation (name, legal_form, kind, siret, address, contact, operator, demonstration, verified_at)
            select o->>'name', o->>'legalForm', o->>'kind', o->>'siret', o->>'address', o->>'contact',
                   (o->>'operator')::boolean, true, now()
              from jsonb_array_elements(?::jsonb->'organisations') with ordinality t(o, place)
             where not exists (select from organisation known where known.siret = o->>'siret' and known.demonstration)
             order by place
            """;

    private static final String MEMBERS = """
            insert into member (organisation_id, account_id, capabilities)
            select known.id, account.id, array(select jsonb_array_elements_text(m->'capabilities'))
              from jsonb_array_elements(?::jsonb->'organisations') o
              join organisation known on known.siret = o->>'siret' and known.demonstration
              cross join jsonb_array_elements(o->'members') m
              join account on account.subject = m->>'account'
            on conflict do nothing
            """;

    private static final String REPRESENTATIVES = """
            insert into representative (organisation_id, account_id, name, quality, delegation_act, valid_from)
            select known.id, account.id, r->>'name', r->>'quality', r->>'delegationAct', (r->>'validFrom')::date
              from jsonb_array_elements(?::jsonb->'organisations') o
              join organisation known on known.siret = o->>'siret' and known.demonstration
              cross join jsonb_array_elements(o->'representatives') r
              left join account on account.subject = r->>'account'
             where not exists (select from representative given where given.organisation_id = known.id)
            """;

    private static final String ORGANISATION_CODES = """
            select jsonb_object_agg(o->>'code', known.id)
              from jsonb_array_elements(?::jsonb->'organisations') o
              join organisation known on known.siret = o->>'siret' and known.demonstration
            """;

    private static final String TARIFFS = """
            with file as (select t from jsonb_array_elements(?::jsonb) t), given as (
              insert into tariff (organisation_id, name, deliberation, deliberation_date, valid_from)
              select (?::jsonb->>(t->>'organisation'))::bigint, t->>'name', t->>'deliberation', (t->>'deliberationDate')::date,
                     (t->>'validFrom')::date
                from file
               where not exists (select from tariff known where known.deliberation = t->>'deliberation')
              returning id, deliberation)
            insert into tariff_line (tariff_id, label, unit, use_class, amount, minimum)
            select given.id, l->>'label', l->>'unit', l->>'useClass', (l->>'amount')::numeric, coalesce((l->>'minimum')::numeric, 0)
              from file join given on given.deliberation = t->>'deliberation'
              cross join jsonb_array_elements(t->'lines') l
            """;

    private static final String TARIFF_CODES = """
            select jsonb_object_agg(t->>'code', known.id)
              from jsonb_array_elements(?::jsonb) t join tariff known on known.deliberation = t->>'deliberation'
            """;

    private final DataSource database;
    private final DemonstrationSiteRepository sites;

    DemonstrationRepository(DataSource database, DemonstrationSiteRepository sites) {
        this.database = database;
        this.sites = sites;
    }

    /** What this database is for: DEMONSTRATION or PRODUCTION. */
    @Transactional
    String installation() {
        try (Connection connection = database.getConnection()) {
            return one(connection, INSTALLATION);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is for: " + e.getMessage(), e);
        }
    }

    /** Loads what is missing, in one transaction; the number of new sites. */
    @Transactional
    int load() {
        try (Connection connection = database.getConnection()) {
            one(connection, ALONE);
            String people = DemonstrationFiles.text("people.json");
            for (String sql : new String[] {ACCOUNTS, ORGANISATIONS, MEMBERS, REPRESENTATIVES}) {
                write(connection, sql, people);
            }
            String organisations = one(connection, ORGANISATION_CODES, people);
            String tariffs = DemonstrationFiles.text("tariffs.json");
            write(connection, TARIFFS, tariffs, organisations);
            return sites.load(connection, organisations, one(connection, TARIFF_CODES, tariffs));
        } catch (SQLException e) {
            throw new IllegalStateException("demonstration data: " + e.getMessage(), e);
        }
    }

    private static void write(Connection connection, String sql, String... json) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, json)) {
            statement.executeUpdate();
        }
    }

    private static String one(Connection connection, String sql, String... json) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, json);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, String... json) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < json.length; i++) {
            statement.setString(i + 1, json[i]);
        }
        return statement;
    }
}
