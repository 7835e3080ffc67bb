package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.Tokens;
import fr.terrain.http.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class StrangerTest {
    private static final int LAPSED_MS = 4_500;
    private static final LocalDate START = TestClock.today().plusDays(60);

    @Inject
    Fixtures fixtures;

    private Place place;
    private Map<String, Object> body;
    private String key;
    private int booking;

    @BeforeEach
    void someonesDraft() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
        body = Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(5));
        key = UUID.randomUUID().toString();
        booking = create("porteur", key, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"porteuse", "instructeur", "juriste", "admin"})
    void anotherOwnersDraftDoesNotExistForAnyVerb(String stranger) {
        missing(as(stranger).get("/api/bookings/{id}", booking).then());
        missing(as(stranger).get("/api/bookings/{id}/timeline", booking).then());
        missing(as(stranger)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put("/api/bookings/{id}", booking)
                .then());
        for (String verb : new String[] {"submission", "review", "withdrawal", "conventions"})
            missing(as(stranger)
                    .contentType("application/json")
                    .post("/api/bookings/{id}/{verb}", booking, verb)
                    .then());
        missing(as(stranger)
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/{id}/approval", booking)
                .then());
        missing(as(stranger)
                .contentType("application/json")
                .body(Requests.REFUSED)
                .post("/api/bookings/{id}/refusal", booking)
                .then());
        assertEquals(1L, fixtures.one("select count(*) from booking_event where booking_id = :id", "id", booking));
    }

    @Test
    void theKeyOfAnotherOpensNothing() {
        body.put("organisation", fixtures.occupant(User.PORTEUSE));
        int other = create("porteuse", key, body);
        assertEquals(false, other == booking);
        missing(as("porteur").get("/api/bookings/{id}", other).then());
    }

    @Test
    void aTokenThatIsNotOursIsNoToken() {
        for (String token : new String[] {
            "x",
            "a.b.c",
            Tokens.ofOtherRealm(),
            forged("alg"),
            forged("signature"),
            forged("subject"),
            Tokens.identityOf("porteur")
        }) {
            unauthorized(given().auth().oauth2(token).get("/api/bookings").then());
            unauthorized(given().auth()
                    .oauth2(token)
                    .get("/api/bookings/{id}", booking)
                    .then());
            unauthorized(given().auth()
                    .oauth2(token)
                    .post("/api/bookings/{id}/submission", booking)
                    .then());
        }
        unauthorized(given().header("Authorization", "Basic cG9ydGV1cjp0ZXJyYWlu")
                .get("/api/bookings")
                .then());
        unauthorized(
                given().header("Authorization", "Bearer").get("/api/bookings").then());
        unauthorized(given().get("/api/bookings").then());
        unauthorized(given().head("/api/bookings").then(), "");
    }

    @Test
    void aTokenThatHasLapsedIsNoToken() throws InterruptedException {
        String token = Tokens.brief("porteur");
        given().auth().oauth2(token).get("/api/bookings/{id}", booking).then().statusCode(200);
        Thread.sleep(LAPSED_MS);
        unauthorized(
                given().auth().oauth2(token).get("/api/bookings/{id}", booking).then());
        unauthorized(given().auth()
                .oauth2(token)
                .post("/api/bookings/{id}/submission", booking)
                .then());
        as("porteur").get("/api/bookings/{id}", booking).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void theApiTakesNoCookie() {
        given().cookie("q_session", "x").get("/api/bookings").then().statusCode(401);
    }

    @Test
    void aVersionIsAskedForAndChecked() {
        put(null).statusCode(428).contentType(Problem.MEDIA_TYPE).body("type", equalTo("/problemes/version-absente"));
        for (String wrong : new String[] {"0", "\"0\",\"1\"", "\"0"})
            put(wrong).statusCode(400).body("field", equalTo("If-Match"));
        for (String other : new String[] {"\"99\"", "\"x\"", "W/\"0\"", "\"-1\"", "\"9999999999\""})
            put(other)
                    .statusCode(412)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("type", equalTo("/problemes/version-depassee"));
        String read = as("porteur").get("/api/bookings/{id}", booking).header("ETag");
        String written = put(read)
                .statusCode(200)
                .header("ETag", not(equalTo(read)))
                .extract()
                .header("ETag");
        put(read).statusCode(412);
        put(written).statusCode(200);
        assertEquals(1L, fixtures.one("select count(*) from booking_event where booking_id = :id", "id", booking));
    }

    private ValidatableResponse put(String version) {
        var request = as("porteur").contentType("application/json").body(body);
        if (version != null) request.header("If-Match", version);
        return request.put("/api/bookings/{id}", booking).then();
    }

    private static int create(String user, String key, Map<String, Object> body) {
        return Requests.post(user, key, body).statusCode(201).extract().path("id");
    }

    /** A real token of the owner, with something changed. */
    private static String forged(String what) {
        String[] parts = Tokens.of("porteur").split("\\.");
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return switch (what) {
            case "alg" ->
                encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "." + parts[1] + ".";
            case "signature" -> parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA";
            default -> {
                String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
                String other = claims.replace(User.PORTEUR.subject, User.ADMIN.subject);
                yield parts[0] + "." + encoder.encodeToString(other.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
            }
        };
    }

    private static void missing(ValidatableResponse answer) {
        answer.statusCode(404).contentType(Problem.MEDIA_TYPE).body("type", equalTo("/problemes/introuvable"));
    }

    private static void unauthorized(ValidatableResponse answer) {
        unauthorized(answer, null)
                .body("type", equalTo("/problemes/non-identifie"))
                .body("status", equalTo(401));
    }

    private static ValidatableResponse unauthorized(ValidatableResponse answer, String body) {
        answer.statusCode(401).header("WWW-Authenticate", startsWith("Bearer")).contentType(Problem.MEDIA_TYPE);
        return body == null ? answer : answer.body(equalTo(body));
    }
}
