package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BookingApiTest {
    private static final LocalDate START = TestClock.today().plusDays(60);

    @TestHTTPResource
    URI root;

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
    void theOwnersListDoesNotNameTheOfficer() {
        int id = inReview("porteur", occupant, START, START.plusDays(5));
        Map<String, Object> mine = as("porteur")
                .get("/api/bookings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("find { it.id == " + id + " }");
        assertEquals("IN_REVIEW", mine.get("status"));
        assertEquals(
                List.of(),
                mine.keySet().stream().filter(key -> key.startsWith("officer")).toList());
    }

    @Test
    void noMoreIsAskedForThanTheSpacesHave() {
        Map<String, Object> body = body(occupant, START, START.plusDays(5));
        body.put("areaM2", 100.01);
        Requests.post("porteur", UUID.randomUUID().toString(), body)
                .statusCode(400)
                .body("field", equalTo("areaM2"))
                .body("detail", equalTo("Demandez 100\u00a0m² au plus\u00a0: c’est la surface des espaces choisis."));
        body.put("areaM2", 0.01);
        int id = Requests.create("porteur", body);
        verb("porteur", id, "submission").statusCode(200);
        Object reference = fixtures.one("select reference from booking where id = :id", "id", (long) id);
        String page = new Session(root)
                .signIn("instructeur")
                .get("/instruction/" + reference)
                .body();
        assertTrue(page.contains("0,01\u00a0m² demandés sur 100\u00a0m²"), page);
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
        int id = Requests.create("porteur", body);
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
        return Requests.post(user, UUID.randomUUID().toString(), body(organisation, first, last))
                .statusCode(201);
    }

    private Map<String, Object> body(long organisation, LocalDate first, LocalDate last) {
        return Requests.body(place, organisation, first, last);
    }

    private static ValidatableResponse verb(String user, int id, String noun) {
        return as(user).post("/api/bookings/{id}/{noun}", id, noun).then();
    }

    private static ValidatableResponse approve(String user, int id) {
        return as(user).contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/{id}/approval", id)
                .then();
    }
}
