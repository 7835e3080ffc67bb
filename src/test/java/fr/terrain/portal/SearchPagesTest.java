package fr.terrain.portal;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Statements;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page over HTTP, on the real database. */
@QuarkusTest
class SearchPagesTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Statements statements;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void asksTheDatabaseAsOftenForTenResultsAsForTwo(boolean dated) {
        String few = named(2);
        String many = named(10);
        LocalDate first = TestClock.today().plusDays(40);
        String dates = dated ? "&du=" + first + "&au=" + first.plusDays(6) : "";
        results(few + dates);
        long forTwo = statements.countDuring(() -> assertEquals(2, results(few + dates)));
        long forTen = statements.countDuring(() -> assertEquals(10, results(many + dates)));
        assertTrue(forTwo > 0, "statements are counted");
        assertEquals(forTwo, forTen);
    }

    private static int results(String query) {
        String page =
                given().get("/?q=" + query).then().statusCode(200).extract().asString();
        return page.split("<article class=\"result\"", -1).length - 1;
    }

    /** A word that only so many sites have, each with its own notice. */
    private String named(int sites) {
        Place first = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(2, 0, 0));
        String word = first.slug().substring("essai-".length());
        name(first, word, 0);
        for (int more = 1; more < sites; more++) name(fixtures.place(new SpaceOf(1, 0, 0)), word, more);
        return word;
    }

    private void name(Place place, String word, int notice) {
        fixtures.run("update site set summary = :word where id = :id", "word", word, "id", place.site());
        fixtures.run(
                "update space set lead_time_days = :notice where site_id = :id", "notice", notice, "id", place.site());
    }
}
