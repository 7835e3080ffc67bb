package fr.terrain.demonstration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** The demonstration as it stands in the database after a start. */
@QuarkusTest
class DemonstrationTest {
    private static final String FREE_IN_MAY = """
            select count(distinct site.slug) from site join space p on p.site_id = site.id
             where site.census_entry_id is not null and site.state = 'PUBLISHED' and p.overnight and 22 between p.min_days and p.max_days
               and exists (select from free_stay(p, '2027-05-03', '2027-05-24', now()))
               and not exists (select from opening_rule r cross join generate_series(date '2027-05-03', '2027-05-24', '1 day') day
                                where r.space_id = p.id and r.kind <> 'OPEN' and rule_applies(r, day::date))
            """;

    @Inject
    Fixtures database;

    @Inject
    DemonstrationRepository demonstration;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String migrationUser;

    @ConfigProperty(name = "quarkus.flyway.password")
    String migrationPassword;

    @Test
    void publishesSitesOfEveryCategory() {
        assertEquals(37L, one("select count(*) from public_site where census_entry_id is not null"));
        assertEquals(12L, one("select count(distinct category) from public_site where census_entry_id is not null"));
        assertEquals(8L, one("select count(distinct family) from public_site where census_entry_id is not null"));
    }

    @Test
    void leavesThreeWeeksOfMayFreeOnManySites() {
        long free = ((Number) one(FREE_IN_MAY)).longValue();
        assertTrue(free >= 10, () -> free + " sites are free from 3 to 24 May 2027");
    }

    @Test
    void takesTheFactsFromTheCensus() {
        assertEquals(0L, one("""
                select count(*) from site s join census_entry e on e.id = s.census_entry_id
                 where (s.name, s.category, s.insee, s.position_confidence, s.area_ha) is distinct from
                       (e.name, e.category, e.insee, e.position_confidence, e.area_ha)
                    or not st_equals(s.access_point, e.position)
                """));
        assertEquals(
                "CTR,MASSIF_ETE,TIERS",
                one(
                        "select string_agg(constraint_code, ',' order by constraint_code) from site_constraint join site on id = site_id where slug = 'technopole-arbois'"));
        assertEquals(
                "biodiversite,climat,eau,iot",
                one(
                        "select string_agg(theme, ',' order by theme) from site_theme join site on id = site_id where slug = 'en-bolmon'"));
    }

    @Test
    void drawsSpacesInsideTheirSite() {
        assertEquals(
                15L,
                one("select count(*) from public_site where census_entry_id is not null and perimeter is not null"));
        assertEquals(
                0L,
                one(
                        "select count(*) from site join space on site_id = site.id where perimeter is not null and footprint is not null and not st_covers(perimeter, footprint)"));
        assertEquals(
                0L,
                one(
                        "select count(*) from site where perimeter is not null and not st_dwithin(perimeter::geography, access_point::geography, 100)"));
        assertEquals(
                0L,
                one(
                        "select count(*) from space a join space b on a.site_id = b.site_id and a.id < b.id where st_area(st_intersection(a.footprint, b.footprint)) > 0"));
    }

    @Test
    void pricesEverySpaceForEveryClass() {
        assertEquals(0L, one("""
                select count(*) from space p join site s on s.id = p.site_id
                  cross join (values ('NO_REVENUE'), ('REVENUE'), ('ASSOCIATION')) as class(use_class)
                 where s.census_entry_id is not null and not exists (
                   select from tariff t join tariff_line l on l.tariff_id = t.id
                    where t.id = p.tariff_id and t.organisation_id = s.organisation_id and l.use_class = class.use_class
                      and t.valid_from <= '2027-05-03' and (l.unit not like 'SQUARE%' or p.area_m2 is not null))
                """));
    }

    @Test
    void closesTheVisitedHarboursInSummer() {
        assertEquals(null, one("""
                select stay_periods(p, '2027-06-20', '2027-07-02')::text from space p join site s on s.id = site_id
                 where slug = 'port-marseille-frioul' and p.name = 'Quai nord'
                """));
        assertEquals("Nidification des oiseaux marins", one("""
                select distinct r.cause from opening_rule r join space p on p.id = r.space_id join site s on s.id = p.site_id
                 where slug = 'en-iles-frioul' and r.kind = 'CLOSED' and rule_applies(r, '2027-05-10')
                """));
        assertEquals(true, one("""
                select bool_or(rule_applies(r, '2027-06-01') and rule_applies(r, '2027-09-30') and not rule_applies(r, '2027-10-01'))
                  from opening_rule r join space p on p.id = r.space_id join site s on s.id = p.site_id
                 where slug = 'technopole-arbois' and r.kind = 'CONDITIONAL'
                """));
    }

    @Test
    void keepsBookingsOutOfClosures() {
        assertEquals(0L, one("""
                select count(*) from closure c join space p on p.id = c.space_id join site s on s.id = p.site_id
                 where s.census_entry_id is not null and not exists (select from occupation o where o.closure_id = c.id
                   and o.space_id = c.space_id and o.lanes = '[1,)'
                   and o.during = tstzrange(c.starts at time zone 'Europe/Paris', c.ends at time zone 'Europe/Paris'))
                """));
        assertEquals(false, one("""
                select exists (select from free_stay(p, '2027-05-03', '2027-05-24', now())) from space p
                  join site s on s.id = site_id where slug = 'port-marseille-vieux-port' and p.name = 'Poste à quai'
                """));
    }

    @Test
    void givesEveryUserItsPart() {
        assertEquals("atelier", member("porteur", "sign"));
        assertEquals("mesures", member("porteuse", "sign"));
        assertEquals("partenaire", member("partenaire", "decide"));
        for (String grantor : new String[] {"metropole", "port", "parc", "amenageur", "ecole", "etat"}) {
            assertTrue(member("instructeur", "decide").contains(grantor), grantor);
            assertTrue(member("juriste", "legal").contains(grantor), grantor);
            assertTrue(member("signataire", "sign").contains(grantor), grantor);
        }
        assertEquals("Métropole (démonstration)", one("select name from organisation where operator"));
        assertEquals(
                0L,
                one(
                        "select count(*) from public_site s where census_entry_id is not null and not exists (select from representative r where r.organisation_id = s.organisation_id)"));
    }

    @Test
    void addsNothingASecondTimeAndKeepsWhatVisitorsDid() {
        database.run("update site set cost = 'Modifié pendant la démonstration.' where slug = 'pl-thecamp'");
        Object before = rows();

        assertEquals(0, demonstration.load());

        assertEquals(before, rows());
        assertEquals("Modifié pendant la démonstration.", one("select cost from site where slug = 'pl-thecamp'"));
    }

    @Test
    void refusesRealRowsInADemonstrationDatabase() throws SQLException {
        try (Connection connection = migrator()) {
            var no = assertThrows(SQLException.class, () -> organisation(connection, false));
            assertEquals("demonstration_apart", constraint(no));
        }
    }

    @Test
    void refusesDemonstrationRowsInAProductionDatabase() throws SQLException {
        try (Connection connection = migrator()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("update installation set kind = 'PRODUCTION'");
            connection.setSavepoint();
            organisation(connection, false);
            var no = assertThrows(SQLException.class, () -> organisation(connection, true));
            assertEquals("demonstration_apart", constraint(no));
            connection.rollback();
        }
    }

    @Test
    void doesNotLetTheServiceSayWhatTheDatabaseIsFor() {
        assertThrows(Exception.class, () -> database.run("update installation set kind = 'PRODUCTION'"));
        assertEquals("DEMONSTRATION", one("select kind from installation"));
    }

    private Object rows() {
        return one("""
                select concat_ws(' ', (select count(*) from site), (select count(*) from space), (select count(*) from opening_rule),
                  (select count(*) from closure), (select count(*) from occupation), (select count(*) from organisation),
                  (select count(*) from member), (select count(*) from representative), (select count(*) from tariff_line))
                """);
    }

    private String member(String user, String capability) {
        return (String) database.one("""
                select string_agg(replace(split_part(o.contact, '@', 1), 'contact-', ''), ',') from member m
                  join account a on a.id = m.account_id join organisation o on o.id = m.organisation_id
                 where a.email = :email and :capability = any(m.capabilities) and o.siret like '0000000%'
                """, "email", user + "@example.org", "capability", capability);
    }

    private Connection migrator() throws SQLException {
        return DriverManager.getConnection(url, migrationUser, migrationPassword);
    }

    private static void organisation(Connection connection, boolean demonstration) throws SQLException {
        connection
                .createStatement()
                .execute(
                        "insert into terrain.organisation (name, kind, demonstration) values ('Organisme d’essai', 'PRIVATE', "
                                + demonstration + ")");
    }

    private static String constraint(SQLException no) {
        return ((PSQLException) no).getServerErrorMessage().getConstraint();
    }

    private Object one(String sql) {
        return database.one(sql);
    }
}
