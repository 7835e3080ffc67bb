package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A booking says its version; who changes it says which one they had read, and who has it is not sent it again. */
@QuarkusTest
class BookingVersionsTest {
    private static final LocalDate START = TestClock.today().plusDays(60);

    @Inject
    Fixtures fixtures;

    private Map<String, Object> body;
    private long id;
    private String tag;

    @BeforeEach
    void aDraft() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        body = Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(5));
        Response created =
                as("porteur").contentType("application/json").body(body).post("/api/bookings");
        id = created.jsonPath().getLong("id");
        tag = created.header("ETag");
    }

    @Test
    void aChangeSaysWhatItChanges() {
        put(null).statusCode(428).body("type", equalTo("/problemes/version-absente"));
        put("\"99\"").statusCode(412).body("type", equalTo("/problemes/version-depassee"));
        put("W/" + tag).statusCode(412);
        put("rien").statusCode(400).body("field", equalTo("If-Match"));
        String changed = put(tag).statusCode(200).extract().header("ETag");
        put(tag).statusCode(412);
        put("\"autre\", " + changed).statusCode(200);
        put("*").statusCode(200);
    }

    @Test
    void whoHasTheVersionIsNotSentItAgain() {
        String same = get("W/\"99\", " + tag).statusCode(304).extract().asString();
        assertEquals("", same);
        get(tag).statusCode(304).header("ETag", equalTo(tag));
        get("\"99\"").statusCode(200).header("ETag", equalTo(tag));
        get("rien").statusCode(400).body("field", equalTo("If-None-Match"));
        as("porteur").post("/api/bookings/{id}/submission", id).then().statusCode(200);
        get(tag).statusCode(200);
    }

    @Test
    void whatIsNotMineIsNotKnownToBeUnchanged() {
        as("porteuse")
                .header("If-None-Match", "*")
                .get("/api/bookings/{id}", id)
                .then()
                .statusCode(404);
    }

    private ValidatableResponse get(String ifNoneMatch) {
        return as("porteur")
                .header("If-None-Match", ifNoneMatch)
                .get("/api/bookings/{id}", id)
                .then();
    }

    private ValidatableResponse put(String ifMatch) {
        var request = as("porteur").contentType("application/json").body(body);
        if (ifMatch != null) request.header("If-Match", ifMatch);
        return request.put("/api/bookings/{id}", id).then();
    }
}
