package fr.terrain.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest {
    @Inject
    Fixtures fixtures;

    private String slug;

    @BeforeEach
    void place() {
        slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN,NaN,NaN,NaN",
                "-Infinity,-90,Infinity,90",
                "1e999,1,2,3",
                "5.5,43,5.2,44",
                "5.2,44,5.5,43",
                "5.2,43.2,5.2,43.2",
                "181,1,182,2",
                "5,-91,6,44",
                "5,43,6",
                "5,43,6,44,7",
                "5,43,6,44,",
                "5d,43f,6,44",
                "0x5p0,43,6,44",
                " 5,43,6,44",
                "ouest,sud,est,nord"
            })
    void refusesARectangleThatIsNone(String bbox) {
        bad(given().queryParam("bbox", bbox).get("/api/sites").then(), "bbox");
        page(given().queryParam("zone", bbox).get("/").then(), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-05-24/2027-05-03",
                "2027-05-03",
                "2027-05-03/",
                "/",
                "2027-02-30/2027-03-02",
                "1827-05-03/2027-05-24",
                "2027-01-01/2127-01-01",
                "+999999999-12-30/+999999999-12-31",
                "2027-05-03T08:00/2027-05-24",
                "2027-05-03/2027-05-24/2027-06-01"
            })
    void refusesAPeriodThatIsNone(String free) {
        bad(given().queryParam("free", free).get("/api/sites").then(), "free");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-24, 2027-05-03, au",
        "2027-05-03, , au",
        "demain, 2027-05-03, du",
        "2027-01-01, 2127-01-01, au",
        "1827-05-03, 1827-05-04, du"
    })
    void thePagesSayItBesideTheField(String from, String to, String field) {
        for (String path : new String[] {"/", "/sites/" + slug})
            page(
                            given().queryParam("du", from)
                                    .queryParam("au", to == null ? "" : to)
                                    .get(path)
                                    .then(),
                            400)
                    .body(containsString("id=\"" + field + "-erreur\""));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-24, 2027-05-03, to",
        "demain, 2027-05-03, from",
        "'', 2027-05-03, from",
        "2027-05-03, '', to",
        "2027-01-01, 2127-01-01, to",
        "+999999999-12-31, +999999999-12-31, from"
    })
    void refusesACalendarOfNoPeriod(String from, String to, String field) {
        bad(
                given().queryParam("from", from)
                        .queryParam("to", to)
                        .get("/api/sites/{slug}/availability", slug)
                        .then(),
                field);
    }

    @ParameterizedTest
    @CsvSource({
        "category, inconnue",
        "theme, inconnu",
        "commune, 99999",
        "commune, Marseille",
        "free_period, 2027-05-03/2027-05-24",
        "limit, 0",
        "limit, 1001",
        "limit, 99999999999999999999",
        "limit, dix",
        "after, ../../etc",
        "q, un deux trois quatre cinq six sept huit neuf dix onze"
    })
    void refusesAWrongParameterByItsName(String name, String value) {
        bad(given().queryParam(name, value).get("/api/sites").then(), name);
    }

    @ParameterizedTest
    @CsvSource({"famille, inconnue", "theme, inconnu", "commune, 99999", "zone, 5", "q, a\u0007b"})
    void thePageRefusesThemInWords(String name, String value) {
        page(given().queryParam(name, value).get("/").then(), 400);
    }

    @Test
    void refusesAParameterGivenTwiceOrUnknown() {
        bad(given().get("/api/sites?limit=1&limit=2").then(), "limit");
        bad(
                given().get("/api/sites/{slug}/availability?from=2027-05-01&from=2027-05-02", slug)
                        .then(),
                "from");
        bad(
                given().get("/api/sites/{slug}/availability?depuis=2027-05-01", slug)
                        .then(),
                "depuis");
        bad(given().get("/api/sites/{slug}?lang=en", slug).then(), "lang");
    }

    @Test
    void refusesMoreValuesThanOneCanMean() {
        String categories =
                IntStream.range(0, 61).mapToObj(i -> "category=port").collect(Collectors.joining("&"));
        bad(given().get("/api/sites?" + categories).then(), "category");
        String families = IntStream.range(0, 61).mapToObj(i -> "famille=port").collect(Collectors.joining("&"));
        page(given().get("/?" + families).then(), 400);
        String unknown = IntStream.range(0, 500).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        given().get("/api/sites?" + unknown).then().statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-13", "2099-01", "mai", "+999999999-01", "2027-05-01"})
    void theCalendarOfAPageRefusesAMonthThatIsNone(String month) {
        page(given().queryParam("mois", month).get("/sites/{slug}", slug).then(), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sites/inconnu",
                "/api/sites/inconnu/availability",
                "/api/sites/inconnu/calendar.ics",
                "/api",
                "/api/",
                "/api/inconnu",
                "/api/sites/..%2f..%2fetc%2fpasswd",
                "/api/conventions/CONV-1999-0001/verification"
            })
    void whatIsNotThereIsNotFoundByTheApi(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problemes/introuvable"))
                .body("status", equalTo(404))
                .body("title", equalTo("Cette page ou cette donnée n’existe pas"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inconnue",
                "/sites",
                "/sites/inconnu",
                "/apinue",
                "/assets/%2e%2e/%2e%2e/application.properties",
                "/assets/../../etc/passwd",
                "/q/inconnu"
            })
    void whatIsNotThereIsNotFoundInWords(String path) {
        page(given().urlEncodingEnabled(false).get(path).then(), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/sites, 'GET, HEAD, OPTIONS, POST'",
        "DELETE, /api/sites/un-terrain, 'GET, HEAD, OPTIONS, PUT'",
        "PUT, /api/bookings, 'GET, HEAD, OPTIONS, POST'",
        "PATCH, /api/bookings/1, 'GET, HEAD, OPTIONS, PUT'",
        "GET, /api/bookings/1/submission, 'OPTIONS, POST'"
    })
    void aWrongMethodSaysWhichAreRight(String method, String path, String allowed) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problemes/methode"))
                .header("Allow", equalTo(allowed));
    }

    @Test
    void aWrongMethodOnAPageIsSaidInWords() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "TRACE"})
            page(given().request(method, "/").then(), 405).header("Allow", equalTo("GET, HEAD, OPTIONS"));
        page(given().request("DELETE", "/sites/{slug}", slug).then(), 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/pdf", "image/png", "rien"})
    void aFormatThatIsNotOfferedIsRefused(String format) {
        given().header("Accept", format)
                .get("/api/sites")
                .then()
                .statusCode(406)
                .contentType(Problem.MEDIA_TYPE);
        given().header("Accept", format)
                .get("/api/sites/{slug}/availability", slug)
                .then()
                .statusCode(406)
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "application/json,", " , application/json"})
    void anEmptyPlaceInAcceptMeansNothing(String accept) {
        given().header("Accept", accept).get("/api/sites?limit=1").then().statusCode(200);
    }

    @Test
    void aPageIsNotJson() {
        page(given().header("Accept", "application/json").get("/").then(), 406);
    }

    @Test
    void headAnswersLikeGetWithoutABody() {
        for (String path : new String[] {"/", "/api/sites", "/sites/" + slug, "/api/sites/" + slug})
            given().head(path).then().statusCode(200).body(equalTo(""));
    }

    @Test
    void aSlashAtTheEndChangesNothing() {
        given().get("/api/sites/").then().statusCode(200);
        given().get("/sites/{slug}/", slug).then().statusCode(200);
    }

    private static ValidatableResponse bad(ValidatableResponse answer, String field) {
        return answer.statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problemes/saisie-incorrecte"))
                .body("title", equalTo("Une information est incorrecte"))
                .body("status", equalTo(400))
                .body("detail", not(equalTo("")))
                .body("field", equalTo(field));
    }

    private static ValidatableResponse page(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType(startsWith("text/html"))
                .body(containsString("<html lang=\"fr\">"))
                .body(not(containsString("Exception")));
    }
}
