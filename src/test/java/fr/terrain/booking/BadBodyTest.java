package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that must not pass; after each test nothing new is in the database. */
@QuarkusTest
class BadBodyTest {
    private static final String COUNTS = """
            select (select count(*) from booking) || ' ' || (select count(*) from project) || ' ' || (select count(*) from booking_event)
                   || ' ' || (select count(*) from slot) || ' ' || (select count(*) from party)
            """;
    private static final LocalDate START = TestClock.today().plusDays(60);

    @Inject
    Fixtures fixtures;

    @Inject
    ObjectMapper json;

    private String good;
    private Object before;

    @BeforeEach
    void count() throws JsonProcessingException {
        Place place = fixtures.place(new SpaceOf(1, 1, 2));
        long occupant = fixtures.occupant(User.PORTEUR);
        good = json.writeValueAsString(Requests.body(place, occupant, START, START.plusDays(5)));
        before = fixtures.one(COUNTS);
    }

    @AfterEach
    void nothingWasWritten() {
        assertEquals(before, fixtures.one(COUNTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"texte\"", "1", "{", "{\"site\"}", "{} {}", "{'site': 1}", "NaN"})
    void refusesWhatIsNoRequest(String body) {
        post(body).statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "organisation | 1e999999",
                "organisation | 99999999999999999999",
                "organisation | 1.5",
                "organisation | true",
                "organisation | {}",
                "organisation | null",
                "site | null",
                "site | `\"../x\"`",
                "site | `\"a\\u0000b\"`",
                "areaM2 | 1e999999",
                "areaM2 | 1e-999999",
                "areaM2 | 0.001",
                "areaM2 | 1.123456789",
                "areaM2 | -5",
                "areaM2 | 0",
                "areaM2 | 999999999",
                "areaM2 | `\"NaN\"`",
                "useClass | `\"GRATIS\"`",
                "useClass | 1",
                "firstDay | null",
                "firstDay | `\"demain\"`",
                "firstDay | `\"2027-02-30\"`",
                "firstDay | `\"2027-05-03T08:00:00Z\"`",
                "firstDay | 20000",
                "firstDay | `\"-999999999-01-01\"`",
                "lastDay | `\"+999999999-12-31\"`",
                "lastDay | `\"2000-01-01\"`",
                "lastDay | `\"2127-01-01\"`",
                "spaces | []",
                "spaces | [-1]",
                "spaces[0] | [1e3]",
                "spaces[0] | [null]",
                "wholeSite | `\"oui\"`",
                "project | null",
                "inconnu | 1"
            })
    void refusesAWrongValueByItsField(String field, String value) {
        String name = field.replaceFirst("\\[.*", "");
        named(post(with(name, value)), field.equals("lastDay") && value.contains("9999") ? "firstDay" : field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title | `\"   \"`",
                "title | `\"ab \"`",
                "title | `\"a\\u0000b\"`",
                "title | `\"ab\\u0001\\u0007c\"`",
                "title | `\"ab\\ud800c\"`",
                "trl | 10",
                "trl | 0",
                "people | 99999999999",
                "people | 0",
                "techniques[0] | [null]",
                "techniques[0] | [\"MAGIC\"]",
                "budget | 3"
            })
    void refusesAWrongProjectByItsField(String field, String value) {
        String sheet = "{\"title\": \"Bouée\", \"" + field.replaceFirst("\\[.*", "") + "\": " + value + "}";
        if (field.equals("title")) sheet = "{\"title\": " + value + "}";
        named(post(with("project", sheet)), "project." + field);
    }

    @ParameterizedTest
    @CsvSource({"title, 201", "purpose, 4001", "protocol, 10001"})
    void refusesATextLongerThanItsColumn(String field, int length) {
        String sheet = "{\"title\": \"Bouée\", \"" + field + "\": \"" + "é".repeat(length) + "\"}";
        if (field.equals("title")) sheet = "{\"title\": \"" + "é".repeat(length) + "\"}";
        named(post(with("project", sheet)), "project." + field);
        named(post(with("needs", "\"" + "é".repeat(4001) + "\"")), "needs");
    }

    @Test
    void bothDaysBeyondTheCalendarAreRefused() {
        String far = with("firstDay", "\"+999999999-12-30\"")
                .replace(START.plusDays(5).toString(), "+999999999-12-31");
        named(post(far), "firstDay");
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        post(good.substring(0, good.length() - 1) + ",\"site\":\"autre\"}").statusCode(400);
    }

    @Test
    void refusesAWellWithoutABottom() {
        post("[".repeat(100_000)).statusCode(400).contentType(Problem.MEDIA_TYPE);
        post("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)).statusCode(400).contentType(Problem.MEDIA_TYPE);
        named(post(with("needs", "\"" + "a".repeat(600_000) + "\"")), "needs");
        post(with("organisation", "9".repeat(5_000))).statusCode(400).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[][] wrong = {
            {(byte) 0xc3, '('}, {(byte) 0xc0, (byte) 0xaf}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}, {0}, {(byte) 0xff}
        };
        for (byte[] bytes : wrong) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            byte[] body = good.replace("Bouée", "Bou" + text).getBytes(StandardCharsets.ISO_8859_1);
            as("porteur")
                    .contentType("application/json")
                    .body(body)
                    .post("/api/bookings")
                    .then()
                    .statusCode(400)
                    .contentType(Problem.MEDIA_TYPE);
        }
        as("porteur")
                .contentType("application/json")
                .body(good.getBytes(StandardCharsets.UTF_16))
                .post("/api/bookings")
                .then()
                .statusCode(400)
                .body("field", equalTo("body"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void refusesAnotherTypeOfContent(String type) {
        as("porteur")
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .header("Content-Type", type)
                .body(good)
                .post("/api/bookings")
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void refusesAnAnswerThatIsNotJson() {
        as("porteur")
                .contentType("application/json")
                .header("Accept", "text/html")
                .body(good)
                .post("/api/bookings")
                .then()
                .statusCode(406)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void refusesAKeyThatIsNone() {
        as("porteur")
                .contentType("application/json")
                .header("Idempotency-Key", "cle")
                .body(good)
                .post("/api/bookings")
                .then()
                .statusCode(400)
                .body("field", equalTo("Idempotency-Key"));
    }

    @Test
    void whatIsNotMineOrNotThereIsNotFound() {
        post(with("site", "\"site-" + UUID.randomUUID() + "\"")).statusCode(404);
        post(with("organisation", Long.toString(fixtures.occupant(User.PORTEUSE))))
                .statusCode(404);
        post(with("organisation", "-1")).statusCode(404);
        post(with("project", "null").replace("\"project\":null", "\"projectId\":9223372036854775807"))
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"99999999999999999999", "-1", "0", "abc", "1.5", "1e3", "0x10", "9223372036854775807", "%20"})
    void aNumberThatIsNoBookingIsNotFound(String id) {
        for (String path : new String[] {"", "/timeline"})
            as("porteur")
                    .urlEncodingEnabled(false)
                    .get("/api/bookings/" + id + path)
                    .then()
                    .statusCode(404)
                    .contentType(Problem.MEDIA_TYPE);
        for (String verb : new String[] {"submission", "review", "conventions"})
            as("porteur")
                    .urlEncodingEnabled(false)
                    .post("/api/bookings/" + id + "/" + verb)
                    .then()
                    .statusCode(404)
                    .contentType(Problem.MEDIA_TYPE);
    }

    private String with(String field, String value) {
        String pattern = "\"" + field + "\":(\"[^\"]*\"|\\[[^]]*]|\\{[^}]*}|[^,}]*)";
        String entry = java.util.regex.Matcher.quoteReplacement("\"" + field + "\":" + value);
        if (good.matches(".*" + pattern + ".*")) return good.replaceFirst(pattern, entry);
        return good.substring(0, good.length() - 1) + ",\"" + field + "\":" + value + "}";
    }

    private static ValidatableResponse post(String body) {
        return as("porteur")
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/bookings")
                .then();
    }

    private static void named(ValidatableResponse answer, String field) {
        answer.statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problemes/saisie-incorrecte"))
                .body("field", equalTo(field));
    }
}
