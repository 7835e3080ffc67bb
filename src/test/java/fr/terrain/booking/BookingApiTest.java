package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BookingApiTest {
    private static final String AGREED = """
            {"economicNature": "NO", "awardRoute": "PUBLICITY", "awardReason": "Avis publié du 1er au 15 février 2027."}
            """;
    private static final LocalDate START = TestClock.today().plusDays(60);

    @Inject
    Fixtures fixtures;

    @Inject
    BookingTrail trail;

    private Place place;
    private long occupant;
    private long rival;

    @BeforeEach
    void placeAndOccupants() {
        place = fixtures.place(new SpaceOf(1, 1, 2));
        occupant = fixtures.occupant(User.PORTEUR);
        rival = fixtures.occupant(User.PORTEUSE);
    }

    @Test
    void walksFromDraftToAgreementAndTakesTheTime() {
        int id =
                create("porteur", occupant, START, START.plusDays(20)).extract().path("id");
        verb("porteur", id, "submission")
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("silentRefusalAt", notNullValue());
        verb("instructeur", id, "review").statusCode(200).body("status", equalTo("IN_REVIEW"));
        approve("instructeur", id).statusCode(200).body("status", equalTo("APPROVED"));
        as("porteur")
                .get("/api/bookings/{id}/timeline", id)
                .then()
                .statusCode(200)
                .body("kind", contains("CREATE", "SUBMIT", "TAKE_UP", "APPROVE"));
        assertTrue(trail.isWhole(id));
        assertEquals(1L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", id));
    }

    @Test
    void showsTheFeeBeforeAnythingIsSent() {
        create("porteur", occupant, START, START.plusDays(20))
                .body("fee", equalTo(262.5f))
                .body("feeLines[0].quantity", equalTo(21))
                .body("feeLines[0].deliberation", equalTo("TEST-2026-001"));
    }

    @Test
    void refusesOverlappingApprovalAndListsWhatIsInTheWay() {
        int first = inReview("porteur", occupant, START, START.plusDays(5));
        int second = inReview("porteuse", rival, START.plusDays(7), START.plusDays(9));
        approve("instructeur", first).statusCode(200);
        approve("instructeur", second)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problemes/taken"))
                .body("title", equalTo("Ces dates sont prises"))
                .body("collisions[0].kind", equalTo("BOOKING"))
                .body("collisions[0].during.from", notNullValue());
        as("porteuse").get("/api/bookings/{id}", second).then().body("status", equalTo("IN_REVIEW"));
        assertEquals(0L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", second));
    }

    @Test
    void withdrawalFreesTheTimeForTheNext() {
        int first = inReview("porteur", occupant, START, START.plusDays(5));
        int second = inReview("porteuse", rival, START, START.plusDays(5));
        approve("instructeur", first).statusCode(200);
        as("porteur")
                .contentType("application/json")
                .body("{}")
                .post("/api/bookings/{id}/withdrawal", first)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        approve("instructeur", second).statusCode(200);
    }

    @Test
    void theSameKeyGivesTheSameBooking() {
        String key = UUID.randomUUID().toString();
        int first = create("porteur", occupant, START, START.plusDays(5), key)
                .extract()
                .path("id");
        int again = create("porteur", occupant, START, START.plusDays(5), key)
                .extract()
                .path("id");
        assertEquals(first, again);
    }

    @Test
    void theSameContentWrittenOtherwiseIsTheSame() {
        Map<String, Object> body = body(occupant, START, START.plusDays(5));
        body.put("areaM2", 50);
        String key = UUID.randomUUID().toString();
        int first = post(key, body).statusCode(201).extract().path("id");
        body.put("areaM2", new BigDecimal("50.00"));
        body.put("useClass", "NO_REVENUE");
        body.put("needs", "  ");
        body.put("wholeSite", false);
        body.put(
                "project",
                Map.of(
                        "title", " Bouée connectée ",
                        "purpose", "Mesurer la houle dans la darse pendant trois semaines.\n",
                        "protocol", "Une bouée ancrée, un relevé par minute, un passage par semaine.",
                        "techniques", List.of(),
                        "people", 3));
        post(key, body).statusCode(201).body("id", equalTo(first));
    }

    @Test
    void theKeyOfAFormIsNotForTheApi() {
        Map<String, Object> body = body(occupant, START, START.plusDays(5));
        String key = UUID.randomUUID().toString();
        post(key, body).statusCode(201);
        fixtures.run("update booking set creation_hash = null where creation_key = cast(:key as uuid)", "key", key);
        post(key, body).statusCode(422).body("type", equalTo("/problemes/cle-deja-employee"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lastDay", "needs", "areaM2", "useClass", "wholeSite", "organisation", "site", "project"})
    void theSameKeyWithAnotherContentIsRefused(String field) {
        Map<String, Object> body = body(occupant, START, START.plusDays(5));
        String key = UUID.randomUUID().toString();
        int first = post(key, body).statusCode(201).extract().path("id");
        Map<String, Object> other = new HashMap<>(body);
        other.put(
                field,
                switch (field) {
                    case "lastDay" -> START.plusDays(6).toString();
                    case "needs" -> "De l’électricité.";
                    case "areaM2" -> 50;
                    case "useClass" -> "ASSOCIATION";
                    case "wholeSite" -> true;
                    case "organisation" -> fixtures.occupant(User.PORTEUR);
                    case "site" -> fixtures.place(new SpaceOf(1, 0, 0)).slug();
                    default -> Map.of("title", "Bouée muette");
                });
        post(key, other)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problemes/cle-deja-employee"))
                .body("status", equalTo(422))
                .body("field", equalTo("Idempotency-Key"))
                .body("detail", containsString("nouvelle clé"));
        post(key, body).statusCode(201).body("id", equalTo(first));
        assertEquals(
                1L, fixtures.one("select count(*) from booking where creation_key = cast(:key as uuid)", "key", key));
    }

    @Test
    void anotherOwnersBookingDoesNotExist() {
        int id = create("porteur", occupant, START, START.plusDays(5)).extract().path("id");
        as("porteuse").get("/api/bookings/{id}", id).then().statusCode(404).contentType("application/problem+json");
        verb("porteuse", id, "submission").statusCode(404);
        as("instructeur").get("/api/bookings/{id}", id).then().statusCode(404);
    }

    @Test
    void whoSeesABookingWithoutTheRightIsForbidden() {
        int id = inReview("porteur", occupant, START, START.plusDays(5));
        approve("juriste", id).statusCode(403).body("type", equalTo("/problemes/not-yours"));
        approve("porteur", id).statusCode(403);
    }

    @Test
    void aVerbOutOfTurnIsRefusedInWords() {
        int id = create("porteur", occupant, START, START.plusDays(5)).extract().path("id");
        verb("porteur", id, "submission").statusCode(200);
        verb("porteur", id, "submission")
                .statusCode(409)
                .body("type", equalTo("/problemes/not-now"))
                .body(
                        "detail",
                        equalTo("« Envoyer la demande » n’est pas possible : la demande est à l’état « Envoyée »."));
    }

    @Test
    void aStaleVersionIsPreconditionFailed() {
        int id = create("porteur", occupant, START, START.plusDays(5)).extract().path("id");
        as("porteur")
                .header("If-Match", "\"99\"")
                .post("/api/bookings/{id}/submission", id)
                .then()
                .statusCode(412);
        as("porteur")
                .contentType("application/json")
                .body(body(occupant, START, START.plusDays(4)))
                .put("/api/bookings/{id}", id)
                .then()
                .statusCode(428);
    }

    @Test
    void anIncompleteRequestIsNotSentAndSaysWhatIsMissing() {
        Map<String, Object> body = body(occupant, START, START.plusDays(5));
        body.put("project", Map.of("title", "Essai"));
        int id = as("porteur")
                .contentType("application/json")
                .body(body)
                .post("/api/bookings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        verb("porteur", id, "submission")
                .statusCode(409)
                .body("type", equalTo("/problemes/incomplete"))
                .body("fields.field", hasItem("protocol"));
    }

    @Test
    void withoutTokenOrWithAForeignOneIsUnauthorized() {
        given().get("/api/bookings").then().statusCode(401);
        given().auth().oauth2(Tokens.ofOtherRealm()).get("/api/bookings").then().statusCode(401);
    }

    @Test
    void aWrongFieldIsNamed() {
        Map<String, Object> body = body(occupant, START, START.minusDays(1));
        as("porteur")
                .contentType("application/json")
                .body(body)
                .post("/api/bookings")
                .then()
                .statusCode(400)
                .body("field", equalTo("lastDay"));
        body.put("lastDay", "demain");
        as("porteur")
                .contentType("application/json")
                .body(body)
                .post("/api/bookings")
                .then()
                .statusCode(400)
                .body("field", equalTo("lastDay"));
        as("porteur")
                .contentType("application/json")
                .body("{")
                .post("/api/bookings")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private int inReview(String user, long organisation, LocalDate first, LocalDate last) {
        int id = create(user, organisation, first, last).extract().path("id");
        verb(user, id, "submission").statusCode(200);
        verb("instructeur", id, "review").statusCode(200);
        return id;
    }

    private ValidatableResponse create(String user, long organisation, LocalDate first, LocalDate last) {
        return create(user, organisation, first, last, UUID.randomUUID().toString());
    }

    private ValidatableResponse create(String user, long organisation, LocalDate first, LocalDate last, String key) {
        return as(user).contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body(organisation, first, last))
                .post("/api/bookings")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse post(String key, Map<String, Object> body) {
        return as("porteur")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/bookings")
                .then();
    }

    private Map<String, Object> body(long organisation, LocalDate first, LocalDate last) {
        Map<String, Object> body = new java.util.HashMap<>();
        body.put("site", place.slug());
        body.put("organisation", organisation);
        body.put(
                "project",
                Map.of(
                        "title", "Bouée connectée",
                        "purpose", "Mesurer la houle dans la darse pendant trois semaines.",
                        "protocol", "Une bouée ancrée, un relevé par minute, un passage par semaine.",
                        "people", 3));
        body.put("spaces", place.spaces());
        body.put("firstDay", first.toString());
        body.put("lastDay", last.toString());
        return body;
    }

    private static ValidatableResponse verb(String user, int id, String noun) {
        return as(user).post("/api/bookings/{id}/{noun}", id, noun).then();
    }

    private static ValidatableResponse approve(String user, int id) {
        return as(user).contentType("application/json")
                .body(AGREED)
                .post("/api/bookings/{id}/approval", id)
                .then();
    }
}
