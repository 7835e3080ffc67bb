package fr.terrain.availability;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.booking.Requests;
import fr.terrain.booking.Trials;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who keeps a site closes its spaces and changes how many projects they hold, and no promise is broken by it. */
@QuarkusTest
class SpaceResourceTest {
    private static final Map<String, String> CLOSURE =
            Map.of("starts", "2027-05-10T00:00:00", "ends", "2027-05-12T00:00:00", "cause", "Régate de démonstration");

    @Inject
    Fixtures fixtures;

    @Inject
    Trials trials;

    private Place place;
    private String path;

    @BeforeEach
    void aKeptSpace() {
        place = fixtures.place(new SpaceOf(2, 0, 0));
        fixtures.member(place.grantor(), User.INSTRUCTEUR, "instruct", "decide", "keep_sites");
        path = "/api/spaces/" + place.spaces().getFirst();
    }

    @Test
    void closesAndOpensAgain() {
        int id = close("instructeur", CLOSURE).statusCode(201).extract().path("id");
        as("instructeur")
                .get(path + "/closures")
                .then()
                .statusCode(200)
                .body("id", contains(id))
                .body("[0].cause", equalTo("Régate de démonstration"));
        calendar().body("spaces[0].periods.state", hasItem("CLOSED"));
        close("instructeur", CLOSURE).statusCode(409).body("collisions", hasSize(1));
        as("instructeur").delete(path + "/closures/" + id).then().statusCode(204);
        as("instructeur").delete(path + "/closures/" + id).then().statusCode(404);
        as("instructeur").get(path + "/closures").then().body("", empty());
        calendar().body("spaces[0].periods.state", not(hasItem("CLOSED")));
    }

    @Test
    void aPromiseIsNotBrokenAndTheAnswerSaysWhen() {
        long occupant = fixtures.occupant(User.PORTEUR);
        for (int i = 0; i < 2; i++) trials.agree(trials.inReview(place, occupant, Trials.START, Trials.END));
        close("instructeur", CLOSURE)
                .statusCode(409)
                .body("type", equalTo("/problemes/closure-barred"))
                .body("collisions.kind", contains("BOOKING", "BOOKING"));
        resize("instructeur", 1).statusCode(409).body("type", equalTo("/problemes/too-full"));
        resize("instructeur", 3).statusCode(200).body("capacity", equalTo(3));
        trials.agree(trials.inReview(place, occupant, Trials.START, Trials.END));
        resize("instructeur", 2).statusCode(409).body("collisions", hasSize(1));
        as("instructeur")
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/" + trials.inReview(place, occupant, Trials.START, Trials.END) + "/approval")
                .then()
                .statusCode(409);
    }

    @Test
    void onlyWhoKeepsTheSite() {
        close("juriste", CLOSURE).statusCode(403);
        close("porteuse", CLOSURE).statusCode(403);
        resize("juriste", 3).statusCode(403);
        as("juriste").get(path + "/closures").then().statusCode(403);
        given().get(path + "/closures").then().statusCode(401);
        fixtures.run("update site set state = 'DRAFT', published_at = null where id = :id", "id", place.site());
        close("porteuse", CLOSURE).statusCode(404);
        close("juriste", CLOSURE).statusCode(403);
        int id = close("instructeur", CLOSURE).statusCode(201).extract().path("id");
        Place other = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.member(other.grantor(), User.PORTEUSE, "keep_sites");
        as("porteuse")
                .delete("/api/spaces/" + other.spaces().getFirst() + "/closures/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsSentIsBounded() {
        close("instructeur", Map.of("starts", "2027-05-10T00:00:00")).statusCode(400);
        close("instructeur", Map.of("starts", "2027-05-10T00:00:00", "ends", "2027-05-10T00:00:00", "cause", "Fête"))
                .statusCode(400)
                .body("field", equalTo("ends"));
        close("instructeur", Map.of("starts", "2027-05-10T00:00:00", "ends", "2027-05-11T00:00:00", "cause", "x"))
                .statusCode(400)
                .body("field", equalTo("cause"));
        close(
                        "instructeur",
                        Map.of("starts", "-200000-05-10T00:00:00", "ends", "+200000-05-11T00:00:00", "cause", "Fête"))
                .statusCode(400);
        close("instructeur", Map.of("starts", "2027-05-10T00:00:00", "ends", "+200000-05-11T00:00:00", "cause", "Fête"))
                .statusCode(400);
        for (int capacity : new int[] {0, -1, 101})
            resize("instructeur", capacity).statusCode(400);
    }

    private ValidatableResponse calendar() {
        return given().get("/api/sites/{slug}/availability?from=2027-05-01&to=2027-05-20", place.slug())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse close(String user, Map<String, String> body) {
        return as(user).contentType("application/json")
                .body(body)
                .post(path + "/closures")
                .then();
    }

    private ValidatableResponse resize(String user, int capacity) {
        return as(user).contentType("application/json")
                .body(Map.of("capacity", capacity))
                .put(path + "/capacity")
                .then();
    }
}
