package fr.terrain.booking;

import static fr.terrain.Tokens.as;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Requests of {@code porteur} that {@code instructeur} has taken up, each on a site of its own, sent and examined by the API. */
@ApplicationScoped
class Examined {
    static final LocalDate START = TestClock.today().plusDays(60);

    @Inject
    Fixtures fixtures;

    /** A request under review, the place it asks for, and who asks. */
    record Request(int id, String reference, Place place, long occupant) {}

    /** A complete request that was sent and taken up, on a site of two spaces. */
    Request next() {
        Request request = sent();
        as("instructeur").post("/api/bookings/{id}/review", request.id()).then().statusCode(200);
        return request;
    }

    /** A complete request that was sent, on a site of two spaces of which it asks for the first. */
    Request sent() {
        Place place = fixtures.place(new SpaceOf(1, 1, 1), new SpaceOf(1, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        Map<String, Object> body = Requests.body(place, occupant, START, START.plusDays(5));
        body.put("spaces", List.of(place.spaces().getFirst()));
        int id = Requests.create("porteur", body);
        as("porteur").post("/api/bookings/{id}/submission", id).then().statusCode(200);
        return new Request(
                id, (String) fixtures.one("select reference from booking where id = :id", "id", id), place, occupant);
    }

    /** Another member of the granting organisation. */
    void colleague(Request request, User user, String... capabilities) {
        fixtures.member(request.place().grantor(), user, capabilities);
    }

    /** A body that grants a site of its own, with {@code partenaire} as its officer. */
    Place elsewhere() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run("delete from member where organisation_id = :id", "id", place.grantor());
        fixtures.member(place.grantor(), User.PARTENAIRE, "instruct", "decide", "manage_members");
        return place;
    }

    void wantVisa(Request request) {
        fixtures.run(
                "update organisation set visa_required = true where id = :id",
                "id",
                request.place().grantor());
    }

    /** Asks the owner for these fields. */
    void ask(Request request, boolean missingPieces, String... fields) {
        post("instructeur", request, "change-request", asked(missingPieces, fields))
                .statusCode(200);
    }

    static Map<String, Object> asked(boolean missingPieces, String... fields) {
        return Map.of(
                "fields",
                List.of(fields),
                "why",
                "Précisez ce point : le quai ferme le soir.",
                "answerBy",
                TestClock.today().plusDays(15).toString(),
                "missingPieces",
                missingPieces);
    }

    static ValidatableResponse post(String user, Request request, String noun, Object body) {
        return as(user).contentType("application/json")
                .body(body)
                .post("/api/bookings/{id}/{noun}", request.id(), noun)
                .then();
    }

    static ValidatableResponse get(String user, Request request) {
        return as(user).get("/api/bookings/{id}", request.id()).then();
    }
}
