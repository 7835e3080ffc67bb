package fr.terrain.booking;

import static fr.terrain.Tokens.as;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Requests of {@code porteur} that were sent, and what {@code instructeur} does about them over the API. */
@ApplicationScoped
class Sent {
    /** What is sent on 1 December 2026 at 10, as the clock of the tests says, is refused by silence at the end of this day. */
    static final String REFUSED = "2027-02-01";

    private static final LocalDate START = LocalDate.parse("2027-05-03");

    @Inject
    Fixtures fixtures;

    /** A request for a place of its own. */
    long request() {
        return request(fixtures.place(new SpaceOf(1, 0, 0)), fixtures.occupant(User.PORTEUR));
    }

    /** A request for this place, of this organisation. */
    long request(Place place, long occupant) {
        int id = Requests.create("porteur", Requests.body(place, occupant, START, START.plusDays(4)));
        as("porteur")
                .contentType("application/json")
                .post("/api/bookings/" + id + "/submission")
                .then()
                .statusCode(200);
        return id;
    }

    /** How often this was done to a request. */
    Object count(long id, Verb verb) {
        return fixtures.one(
                "select count(*) from booking_event where booking_id = :id and kind = :kind",
                "id",
                id,
                "kind",
                verb.name());
    }

    static ValidatableResponse officer(long id, String verb, String body) {
        return as("instructeur")
                .contentType("application/json")
                .body(body)
                .post("/api/bookings/" + id + "/" + verb)
                .then();
    }

    static ValidatableResponse read(long id) {
        return as("porteur").get("/api/bookings/" + id).then();
    }
}
