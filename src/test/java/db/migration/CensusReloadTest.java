package db.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second start with another census file, on the real database: what moves, what is listed, what stays. */
@QuarkusTest
class CensusReloadTest {
    private static final String ARBOIS =
            "\"id\": \"technopole-arbois\", \"name\": \"Technopôle de l’Environnement Arbois-Méditerranée\"";
    private static final String LINE_OF_COMEX = "\\{\"type\": \"Feature\", \"id\": \"pl-comex\".*\n";

    @Inject
    Flyway flyway;

    @Inject
    Fixtures database;

    @AfterEach
    void putTheCensusBack() {
        start(census -> census);
        database.run(
                "update site set name = e.name from census_entry e where e.id = census_entry_id and slug = 'technopole-arbois'");
    }

    @Test
    void loadsEveryEntryOfTheFile() {
        assertEquals(136L, one("select count(*) from census_entry where withdrawn_at is null"));
        assertEquals("MARITIME_NATURAL", one("select domain from census_entry where id = 'port-cassis-port-miou'"));
        assertEquals("PUBLIC", one("select domain from census_entry where id = 'en-bolmon'"));
        assertEquals(
                "CDL,CTR,N2000",
                one(
                        "select string_agg(constraint_code, ',' order by constraint_code) from census_constraint where census_entry_id = 'en-bolmon'"));
    }

    @Test
    void doesNothingWhenTheFileIsTheSame() {
        assertEquals(0, start(census -> census));
    }

    @Test
    void keepsTheCorrectionOfASiteAndListsTheDifference() {
        database.run("update site set name = 'Nom corrigé par le service' where slug = 'technopole-arbois'");
        Object siteBefore = site();
        long last = lastDifference();

        long run = start(census -> census.replace(ARBOIS, ARBOIS.replace("Arbois-Méditerranée", "Arbois"))
                .replace("\"areaHa\": 75,", "\"areaHa\": 80,"));

        assertEquals(1, run);
        assertEquals("Nom corrigé par le service", one("select name from site where slug = 'technopole-arbois'"));
        assertEquals(siteBefore, site());
        assertEquals(
                "Technopôle de l’Environnement Arbois",
                one("select name from census_entry where id = 'technopole-arbois'"));
        assertEquals(
                "technopole-arbois|area_ha|75.00|80.00\ntechnopole-arbois|name|Technopôle de l’Environnement Arbois-Méditerranée|Technopôle de l’Environnement Arbois",
                differencesAfter(last));
    }

    @Test
    void listsACodeThatAnEntryLost() {
        long last = lastDifference();

        start(
                census -> census.replace(
                        "[\"CDL\", \"N2000\", \"CTR\"], \"massif\": null, \"aerodrome\": \"LFML Marseille-Provence\", \"aerodromeKm\": 2.9",
                        "[\"CDL\", \"N2000\"], \"massif\": null, \"aerodrome\": \"LFML Marseille-Provence\", \"aerodromeKm\": 2.9"));

        assertEquals(
                "en-bolmon|constraints|[\"CDL\", \"CTR\", \"N2000\"]|[\"CDL\", \"N2000\"]", differencesAfter(last));
        assertEquals(2L, one("select count(*) from census_constraint where census_entry_id = 'en-bolmon'"));
        assertEquals(
                3L,
                one("select count(*) from site_constraint join site on site.id = site_id where slug = 'en-bolmon'"));
    }

    @Test
    void marksAnEntryThatLeftTheFileAndKeepsIt() {
        long last = lastDifference();

        start(census -> census.replaceFirst(LINE_OF_COMEX, ""));

        assertEquals(136L, one("select count(*) from census_entry"));
        assertEquals("pl-comex", one("select id from census_entry where withdrawn_at is not null"));
        assertEquals("pl-comex|withdrawn|false|true", differencesAfter(last));
    }

    @Test
    void takesBackAnEntryThatReturns() {
        start(census -> census.replaceFirst(LINE_OF_COMEX, ""));
        long last = lastDifference();

        start(census -> census);

        assertEquals(0L, one("select count(*) from census_entry where withdrawn_at is not null"));
        assertEquals("pl-comex|withdrawn|true|false", differencesAfter(last));
    }

    @Test
    void stopsOnUnknownCodesAndLoadsNothing() {
        long last = lastDifference();

        var stop = assertThrows(
                FlywayException.class,
                () -> start(census -> census.replace("\"areaHa\": 75,", "\"areaHa\": 80,")
                        .replaceFirst("\"MASSIF_ETE\", \"CTR\", \"TIERS\"", "\"MASIF_ETE\", \"CTR\", \"TIERS\"")
                        .replaceFirst("\"iot\", \"energie\"", "\"ioot\", \"energie\"")));

        String message = messages(stop);
        assertTrue(message.contains("technopole-arbois: unknown constraint code \"MASIF_ETE\""), message);
        assertTrue(message.contains("technopole-chateau-gombert: unknown theme \"ioot\""), message);
        assertEquals("75.00", one("select area_ha::text from census_entry where id = 'technopole-arbois'"));
        assertEquals("", differencesAfter(last));
    }

    @Test
    void stopsOnAnEntryGivenTwice() {
        var stop = assertThrows(
                FlywayException.class,
                () -> start(census -> census.replaceFirst("(" + LINE_OF_COMEX.replace("\n", ")\n"), "$1\n$1\n")));
        assertTrue(messages(stop).contains("pl-comex: entry given twice"), messages(stop));
    }

    @Test
    void stopsOnAnEmptyFile() {
        var stop = assertThrows(
                FlywayException.class, () -> start(census -> "{\"type\": \"FeatureCollection\", \"features\": []}"));
        assertTrue(messages(stop).contains("holds no entry"), messages(stop));
        assertEquals(0L, one("select count(*) from census_entry where withdrawn_at is not null"));
    }

    /** Migrates as a start does, with the census file changed this way; the number of migrations that ran, without the grants, which run at each. */
    private long start(UnaryOperator<String> change) {
        GeoFiles packaged = GeoFiles.packaged();
        GeoFiles files = new GeoFiles(
                name -> name.equals("census.geojson") ? change.apply(packaged.text(name)) : packaged.text(name));
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .javaMigrationClassProvider(List::of)
                .javaMigrations(new R__20_reference_data(files), new R__30_census(files))
                .load()
                .migrate()
                .migrations
                .stream()
                .filter(one -> !one.description.equals("90 grants"))
                .count();
    }

    private Object site() {
        return one("select md5((to_jsonb(site) - 'id')::text) from site where slug = 'technopole-arbois'");
    }

    private long lastDifference() {
        return ((Number) one("select coalesce(max(id), 0) from census_difference")).longValue();
    }

    private Object differencesAfter(long id) {
        return one(
                "select coalesce(string_agg(concat_ws('|', census_entry_id, field, before, after), chr(10) order by id), '') from census_difference where id > "
                        + id);
    }

    private Object one(String sql) {
        return database.one(sql);
    }

    private static String messages(Throwable stop) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = stop; cause != null; cause = cause.getCause())
            messages.append(cause.getMessage()).append('\n');
        return messages.toString();
    }
}
