package fr.terrain.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published sites over HTTP, on the real database. */
@QuarkusTest
class SiteApiTest {
    @Inject
    Fixtures fixtures;

    @Test
    void answersAFeatureCollectionWithPointsInDegrees() {
        Fixtures.Place place = fixtures.place(new SpaceOf(1, 0, 0));
        given().queryParam("q", place.slug())
                .get("/api/sites")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"));
        given().get("/api/sites/" + place.slug())
                .then()
                .statusCode(200)
                .body("id", equalTo(place.slug()))
                .body("geometry.coordinates", equalTo(List.of(5.3083f, 43.28f)))
                .body("perimeter", nullValue())
                .body("properties.commune", equalTo("Marseille"))
                .body("properties.spaces.name", equalTo(List.of("Espace 1")));
    }

    @Test
    void ignoresAccentsAndCaseAndKnowsNoWildcard() {
        Fixtures.Place place = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run("update site set summary = 'Île déserte à 100 % pour essais' where id = :id", "id", place.site());
        given().queryParam("q", "ILE deserte 100 %")
                .get("/api/sites")
                .then()
                .body("features.id", hasItem(place.slug()));
        given().queryParam("q", "des%rte").get("/api/sites").then().body("features.id", not(hasItem(place.slug())));
    }

    @Test
    void hidesASiteThatIsNotPublished() {
        String word = word();
        Fixtures.Place place = place(word, 1);
        given().queryParam("q", word).get("/api/sites").then().body("features.id", equalTo(List.of(place.slug())));
        fixtures.run("update site set state = 'SUSPENDED' where id = :id", "id", place.site());
        given().get("/api/sites/" + place.slug()).then().statusCode(404);
        given().get("/sites/" + place.slug()).then().statusCode(404);
        given().queryParam("q", word).get("/api/sites").then().body("numberMatched", equalTo(0));
    }

    @Test
    void leavesOutWhatIsTakenAndKeepsWhatHasALaneLeft() {
        LocalDate first = TestClock.today().plusDays(40);
        String word = word();
        Fixtures.Place full = place(word, 1);
        Fixtures.Place half = place(word, 2);
        for (Fixtures.Place place : List.of(full, half)) close(place, first.plusDays(3));
        String stay = first + "/" + first.plusDays(6);
        given().queryParam("q", word)
                .queryParam("free", stay)
                .get("/api/sites")
                .then()
                .body("features.id", equalTo(List.of(half.slug())));
        given().queryParam("q", word)
                .queryParam("free", first + "/" + first.plusDays(2))
                .get("/api/sites")
                .then()
                .body("features.id", containsInAnyOrder(full.slug(), half.slug()));
    }

    @Test
    void leavesOutWhatCannotBeAskedForToday() {
        LocalDate first = TestClock.today().plusDays(40);
        String word = word();
        Fixtures.Place early = place(word, 1);
        Fixtures.Place shortStays = place(word, 1);
        Fixtures.Place open = place(word, 1);
        fixtures.run("update space set lead_time_days = 60 where site_id = :id", "id", early.site());
        fixtures.run("update space set max_days = 3 where site_id = :id", "id", shortStays.site());
        given().queryParam("q", word)
                .queryParam("free", first + "/" + first.plusDays(6))
                .get("/api/sites")
                .then()
                .body("features.id", equalTo(List.of(open.slug())));
    }

    @Test
    void keepsToTheRectangleTheCategoriesAndTheCommune() {
        given().queryParam("bbox", "5.2,43.2,5.45,43.4")
                .queryParam("category", "port", "espace_naturel")
                .queryParam("commune", "13055")
                .queryParam("limit", 1000)
                .get("/api/sites")
                .then()
                .body("notice", equalTo("Données de démonstration : les propriétaires n’ont pas donné d’accord."))
                .body("numberMatched", greaterThan(0))
                .body("features.properties.insee", everyItem(equalTo("13055")))
                .body("features.properties.category", everyItem(org.hamcrest.Matchers.oneOf("port", "espace_naturel")));
    }

    @Test
    void linksLeadThroughEverySiteOnce() {
        int all = given().queryParam("limit", 1).get("/api/sites").path("numberMatched");
        List<String> met = new ArrayList<>();
        String next = "/api/sites?limit=7";
        while (next != null) {
            var page = given().urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            met.addAll(page.path("features.id"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
            assertEquals(next, page.path("links.find { it.rel == 'next' }?.href"));
        }
        assertEquals(all, met.size());
        assertEquals(met, List.copyOf(new TreeSet<>(met)));
    }

    @Test
    void answersNotModifiedToWhoHasTheSame() {
        String slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        String tag = given().get("/api/sites/" + slug).header("ETag");
        given().header("If-None-Match", tag)
                .get("/api/sites/" + slug)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().header("If-None-Match", "W/\"autre\"")
                .get("/api/sites/" + slug)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bbox, '5,43,6'", "bbox, '6,43,5,44'", "category, plage", "theme, plage", "commune, Marseille",
                "free, 2027-05-03",
        "free, 2027-05-24/2027-05-03", "limit, 0", "limit, 1001", "limit, dix", "after, 'a b'", "couleur, bleu"
    })
    void namesTheParameterThatIsWrong(String name, String value) {
        given().queryParam(name, value)
                .get("/api/sites")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(name))
                .body("title", notNullValue());
    }

    @Test
    void aPageSaysTheSameInWordsAndForbidsInlineCode() {
        given().queryParam("famille", "plage")
                .get("/")
                .then()
                .statusCode(400)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(containsString("Choisissez une valeur de la liste."));
    }

    /** A word that no other site carries: what is asked for with it fits one page, however many sites there are. */
    private static String word() {
        return "balise" + UUID.randomUUID().toString().replace("-", "");
    }

    private Fixtures.Place place(String word, int capacity) {
        Fixtures.Place place = fixtures.place(new SpaceOf(capacity, 0, 0));
        fixtures.run("update site set summary = :word where id = :id", "word", word, "id", place.site());
        return place;
    }

    /** One booking of lane 1 on a day. */
    private void close(Fixtures.Place place, LocalDate day) {
        long booking = fixtures.inReview(
                place,
                fixtures.occupant(Fixtures.User.PORTEUR),
                place.spaces(),
                false,
                day.atStartOfDay(),
                day.plusDays(1).atStartOfDay());
        fixtures.run("""
                insert into occupation (space_id, kind, booking_id, lanes, during)
                select id, 'BOOKING', :booking, '[1,1]',
                       tstzrange(cast(:day as date)::timestamp at time zone 'Europe/Paris', (cast(:day as date) + 1)::timestamp at time zone 'Europe/Paris')
                  from space where site_id = :site""", "day", day.toString(), "site", place.site(), "booking", booking);
    }
}
