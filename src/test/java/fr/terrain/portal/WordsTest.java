package fr.terrain.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a search find on the real database: stems, beginnings, synonyms, typing errors, and all of them at once. */
@QuarkusTest
class WordsTest {
    private static final String BEACON = "zygomatique";

    @Inject
    Fixtures fixtures;

    @Inject
    WordingRepository wordings;

    @ParameterizedTest
    @CsvSource({
        "Des navires électriques accostent, navire electrique",
        "Des navires électriques accostent, bateaux ELECTRIQUES",
        "Survol d’aéronefs en essai, un drone en survol",
        "Un hangar à toit ouvrant, entrepots",
        "Mesures hydrométriques du canal, canal hydrom",
        "Mesures hydrométriques du canal, mesure hydromtriques",
        "Mesures hydrométriques du canal, hydrométirques du canal"
    })
    void findsWhatIsMeant(String summary, String typed) {
        Place place = place(summary + " " + BEACON);
        assertTrue(found(BEACON + " " + typed).contains(place.slug()), typed);
    }

    @ParameterizedTest
    @CsvSource({
        "Des navires électriques accostent, navire hydrogène",
        "Un hangar à toit ouvrant, hangar piste",
        "Mesures hydrométriques du canal, hydrom canal",
        "Une corderie ancienne, corde ancienne"
    })
    void everyWordMustMatch(String summary, String typed) {
        Place place = place(summary + " " + BEACON);
        assertTrue(!found(BEACON + " " + typed).contains(place.slug()), typed);
    }

    @Test
    void saysWhatItCorrected() {
        place("Mesures hydrométriques du canal");
        assertEquals(
                "mesure hydrometriques",
                wordings.read("q", "mesure hydromtriques").corrected());
        assertNull(wordings.read("q", "mesures hydrométriques").corrected());
        String page = RestAssured.given()
                .get("/?q=hydromtriques")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("Résultats pour « hydrometriques »"), page);
    }

    @Test
    void wordsThatSayNothingAskForNothing() {
        assertEquals(Wording.NONE, wordings.read("q", "un terrain pour tester en"));
        assertEquals(Wording.NONE, wordings.read("q", "% _ ' \\ & | ! ( ) :*"));
    }

    @Test
    void theWordsOfADraftAreNotLearnt() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run(
                "update site set state = 'ARCHIVED', summary = 'Un essai de xylomancie secrète' where id = :id",
                "id",
                place.site());
        assertEquals(0L, fixtures.one("select count(*) from search_word where word = 'xylomancie'"));
        fixtures.run("update site set state = 'PUBLISHED' where id = :id", "id", place.site());
        assertEquals(1L, fixtures.one("select count(*) from search_word where word = 'xylomancie'"));
    }

    @Test
    void aNameIsABetterMatchThanADescription() {
        Place said = place("Un terrain inventé pour les tests " + BEACON);
        Place named = place("Un terrain inventé pour les tests " + BEACON);
        fixtures.run("update site set description = 'Près du belvédère.' where id = :id", "id", said.site());
        fixtures.run("update site set name = 'Zone du belvédère' where id = :id", "id", named.site());
        String page = RestAssured.given()
                .queryParam("q", BEACON + " belvédères")
                .get("/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.indexOf(named.slug()) < page.indexOf(said.slug()));
        assertTrue(page.indexOf(named.slug()) > 0);
    }

    private static List<String> found(String typed) {
        return RestAssured.given()
                .queryParam("q", typed)
                .queryParam("limit", 1000)
                .get("/api/sites")
                .then()
                .statusCode(200)
                .extract()
                .path("features.id");
    }

    private Place place(String summary) {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run("update site set summary = :summary where id = :id", "summary", summary, "id", place.site());
        return place;
    }
}
