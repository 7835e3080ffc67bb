package fr.terrain.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions, orders and counts of the search over HTTP, on sites that share a word of their own. */
@QuarkusTest
class SearchConditionsTest {
    @Inject
    Fixtures fixtures;

    private String word;

    @BeforeEach
    void word() {
        word = "balise" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void keepsToACircleAndSaysHowFar() {
        Place near = site(5.31, 43.28);
        site(5.60, 43.28);
        JsonPath found = ask(asked().queryParam("near", "5.30,43.28").queryParam("radius", 1000));
        assertEquals(List.of(near.slug()), found.getList("features.id"));
        int metres = found.getInt("features[0].properties.distanceMetres");
        assertTrue(metres > 790 && metres < 830, metres + " m");
    }

    @Test
    void keepsToADrawnZone() {
        Place inside = site(5.31, 43.28);
        site(5.33, 43.28);
        assertEquals(
                List.of(inside.slug()),
                ask(asked().queryParam("polygon", "5.30 43.27,5.32 43.27,5.32 43.29,5.30 43.29,5.30 43.27"))
                        .getList("features.id"));
    }

    @Test
    void asksForEveryEquipmentAndLeavesOutConstraints() {
        Place both = equipped("{Réseau 5G privé,Coffret 32 A}");
        Place power = equipped("{Borne 16 A}");
        equipped("{Aucun réseau électrique}");
        assertEquals(
                List.of(both.slug()),
                ask(asked().queryParam("equipment", "5g", "electricite")).getList("features.id"));
        fixtures.run("insert into site_constraint values (:site, 'CTR')", "site", both.site());
        assertEquals(
                List.of(power.slug()),
                ask(asked().queryParam("equipment", "electricite").queryParam("without", "CTR"))
                        .getList("features.id"));
        assertEquals(
                List.of(both.slug()),
                ask(asked().queryParam("constraint", "CTR", "PORT")).getList("features.id"));
    }

    @Test
    void theSameSpaceHasTheCapacityAndTheDays() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0), new SpaceOf(3, 0, 0));
        name(place);
        LocalDate first = TestClock.today().plusDays(30);
        String stay = first + "/" + first.plusDays(4);
        assertEquals(1, ask(asked().queryParam("capacity", 3)).getInt("numberMatched"));
        assertEquals(0, ask(asked().queryParam("capacity", 4)).getInt("numberMatched"));
        assertEquals(
                1,
                ask(asked().queryParam("capacity", 3).queryParam("free", stay)).getInt("numberMatched"));
        close(place.spaces().get(1), first.plusDays(1), first.plusDays(2));
        assertEquals(
                0,
                ask(asked().queryParam("capacity", 3).queryParam("free", stay)).getInt("numberMatched"));
        assertEquals(
                1,
                ask(asked().queryParam("capacity", 1).queryParam("free", stay)).getInt("numberMatched"));
    }

    @Test
    void findsTheFirstWindowBetweenWhatIsTaken() {
        Place place = fixtures.place(new SpaceOf(1, 1, 2));
        name(place);
        LocalDate first = TestClock.today().plusDays(30);
        close(place.spaces().getFirst(), first.plusDays(3), first.plusDays(5));
        close(place.spaces().getFirst(), first.plusDays(20), first.plusDays(21));
        RequestSpecification asked = asked().queryParam("free", first + "/" + first.plusDays(59));
        assertWindow(first, 1, ask(asked.queryParam("duration", "P1D")));
        // One day to set up after the closure, two to tear down before the next.
        assertWindow(first.plusDays(6), 12, ask(again(first, 59, 12)));
        assertWindow(first.plusDays(22), 13, ask(again(first, 59, 13)));
        assertEquals(0, ask(again(first, 33, 13)).getInt("numberMatched"));
    }

    private RequestSpecification again(LocalDate first, int until, int days) {
        return asked().queryParam("free", first + "/" + first.plusDays(until)).queryParam("duration", "P" + days + "D");
    }

    private static void assertWindow(LocalDate first, int days, JsonPath found) {
        assertEquals(
                Map.of(
                        "first", first.toString(),
                        "last", first.plusDays(days - 1L).toString(),
                        "space", "Espace 1"),
                found.getMap("features[0].properties.firstFree"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "distance", "first_free", "notice", "name"})
    void linksLeadThroughEverySiteOnceInEachOrder(String sort) {
        List<String> expected = new ArrayList<>();
        for (int i : new int[] {3, 0, 4, 1, 2, 2}) {
            Place place = site(5.30 + i * 0.01, 43.28);
            fixtures.run("update site set name = :name where id = :id", "name", "Lieu " + i, "id", place.site());
            fixtures.run("update space set lead_time_days = :days where site_id = :id", "days", i, "id", place.site());
            expected.add(i + " " + place.slug());
        }
        List<String> met = new ArrayList<>();
        RequestSpecification page = asked().queryParam("near", "5.30,43.28")
                .queryParam("duration", "P2D")
                .queryParam("sort", sort)
                .queryParam("limit", 2);
        String next = null;
        do {
            var answer = next == null
                    ? page.get("/api/sites")
                    : given().urlEncodingEnabled(false).get(next);
            answer.then().statusCode(200).body("numberMatched", equalTo(6));
            met.addAll(answer.path("features.id"));
            next = answer.path("links.find { it.rel == 'next' }?.href");
        } while (next != null && met.size() < 10);
        List<String> slugs =
                expected.stream().sorted().map(one -> one.substring(2)).toList();
        if (sort.equals("relevance"))
            assertEquals(
                    List.copyOf(new java.util.TreeSet<>(slugs)),
                    met.stream().sorted().toList());
        else assertEquals(slugs, met);
    }

    @Test
    void countsWhatEachChoiceWouldGive() {
        equipped("{Coffret 32 A}");
        Place nature = equipped("{Fibre}");
        fixtures.run("update site set category = 'espace_naturel', indoor = true where id = :id", "id", nature.site());
        JsonPath counts = ask(asked().queryParam("category", "port").queryParam("facets", true));
        assertEquals(1, counts.getInt("numberMatched"));
        assertEquals(Map.of("port", 1, "nature", 1), counts.getMap("facets.family"));
        assertEquals(Map.of("electricite", 1), counts.getMap("facets.equipment"));
        assertEquals(Map.of("13055", 1), counts.getMap("facets.commune"));
        assertEquals(Map.of("false", 1), counts.getMap("facets.indoor"));
        assertNull(ask(asked()).get("facets"));
    }

    @ParameterizedTest
    @CsvSource({
        "near, '5.3'",
        "near, '5.3,99'",
        "near, 'a,b'",
        "radius, 100001",
        "radius, 0",
        "radius, 500",
        "polygon, '1 1,2 2,1 1'",
        "polygon, '5.3 43.2,5.4 43.3,5.4 43.2,5.3 43.3,5.3 43.2'",
        "polygon, '5.3 43.2,5.4 43.3,5.4 43.2,5.3 43.3'",
        "polygon, 'POLYGON((0 0,1 1))'",
        "equipment, lance",
        "constraint, LANCE",
        "without, LANCE",
        "indoor, oui",
        "capacity, 0",
        "capacity, 101",
        "duration, P0D",
        "duration, P367D",
        "duration, 14",
        "sort, slug",
        "sort, relevance",
        "sort, distance",
        "sort, first_free",
        "facets, 1",
        "after, '1e400~a~b'"
    })
    void namesTheConditionThatIsWrong(String name, String value) {
        given().queryParam(name, value)
                .get("/api/sites")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(name));
    }

    @Test
    void boundsTheVerticesAndTheWindow() {
        String ring = IntStream.range(0, 100)
                        .mapToObj(i -> (5 + Math.cos(i / 16.0)) + " " + (43 + Math.sin(i / 16.0)))
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow()
                + ",6.0 43.0";
        given().queryParam("polygon", ring)
                .get("/api/sites")
                .then()
                .statusCode(400)
                .body("field", equalTo("polygon"));
        LocalDate first = TestClock.today();
        asked().queryParam("free", first + "/" + first.plusDays(539))
                .queryParam("duration", "P5D")
                .get("/api/sites")
                .then()
                .statusCode(200);
        asked().queryParam("free", first + "/" + first.plusDays(540))
                .queryParam("duration", "P5D")
                .get("/api/sites")
                .then()
                .statusCode(400)
                .body("field", equalTo("free"));
    }

    @Test
    void offersWhatComesNearWhenNothingFits() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        name(place);
        LocalDate first = TestClock.today().plusDays(3);
        close(place.spaces().getFirst(), first.minusDays(3), first.plusDays(5));
        JsonPath found = ask(asked().queryParam("free", first + "/" + first.plusDays(2)));
        assertEquals(0, found.getInt("numberMatched"));
        assertEquals(List.of(place.slug()), found.getList("alternatives.slug"));
        assertEquals(first.plusDays(5).toString(), found.getString("alternatives[0].firstFree.first"));
        assertTrue(
                found.getString("alternatives[0].why").startsWith("Libre du "), found.getString("alternatives[0].why"));
        found = ask(asked().queryParam("near", "5.5,43.28").queryParam("radius", 100));
        assertTrue(
                found.getString("alternatives[0].why").contains("à 16\u00a0km"),
                found.getString("alternatives[0].why"));
        assertEquals(
                List.of("Un autre espace, pour moins d’essais à la fois"),
                ask(asked().queryParam("capacity", 9)).getList("alternatives.why"));
        assertEquals(
                List.of("Porte une partie des mots cherchés"),
                ask(given().queryParam("q", word + " hydravion")).getList("alternatives.why"));
        assertNull(ask(asked()).get("alternatives"));
        String page = given().queryParam("q", word)
                .queryParam("capacite", 9)
                .get("/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("Un autre espace, pour moins d’essais à la fois"), page);
    }

    @Test
    void thePageAsksTheSame() {
        Place near = equipped("{Coffret 32 A}");
        String page = given().queryParam("q", word)
                .queryParam("autour", "Marseille")
                .queryParam("rayon", 30)
                .queryParam("equipement", "electricite")
                .queryParam("contrainte", "-CTR")
                .queryParam("duree", 5)
                .queryParam("tri", "libre")
                .get("/")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(page.contains("data-slug=\"" + near.slug()), page);
        LocalDate today = TestClock.today();
        assertTrue(page.contains("/sites/" + near.slug() + "?du=" + today + "&amp;au=" + today.plusDays(4))
                || page.contains("/sites/" + near.slug() + "?du=" + today + "&au=" + today.plusDays(4)));
        given().queryParam("autour", "Nullepart-les-Essais")
                .get("/")
                .then()
                .statusCode(400)
                .body(org.hamcrest.Matchers.containsString("Aucune commune ni aucun terrain ne porte ce nom."));
    }

    private RequestSpecification asked() {
        return given().queryParam("q", word);
    }

    private static JsonPath ask(RequestSpecification asked) {
        return asked.get("/api/sites").then().statusCode(200).extract().jsonPath();
    }

    private Place site(double longitude, double latitude) {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run(
                "update site set summary = :word, access_point = st_setsrid(st_makepoint(:x, :y), 4326) where id = :id",
                "word",
                word,
                "x",
                longitude,
                "y",
                latitude,
                "id",
                place.site());
        return place;
    }

    private Place equipped(String equipment) {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        name(place);
        fixtures.run(
                "update site set equipment = cast(:equipment as text[]) where id = :id",
                "equipment",
                equipment,
                "id",
                place.site());
        return place;
    }

    private void name(Place place) {
        fixtures.run("update site set summary = :word where id = :id", "word", word, "id", place.site());
    }

    /** Closes a space from the first day up to the last, which stays open. */
    private void close(long space, LocalDate first, LocalDate last) {
        fixtures.run("""
                with given as (insert into closure (space_id, starts, ends, cause)
                               values (:space, cast(:first as date)::timestamp, cast(:last as date)::timestamp, 'Fermeture de test') returning id, starts, ends)
                insert into occupation (space_id, kind, closure_id, lanes, during)
                select :space, 'CLOSURE', id, '[1,)', tstzrange(starts at time zone 'Europe/Paris', ends at time zone 'Europe/Paris') from given""", "space", space, "first", first.toString(), "last", last.toString());
    }
}
