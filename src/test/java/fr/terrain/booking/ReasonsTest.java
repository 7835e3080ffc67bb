package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Sent.officer;
import static fr.terrain.booking.Sent.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.TestClock;
import fr.terrain.deadline.Deadlines.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Who was refused by silence may ask why, once and as long as it can be contested, and is told. */
@QuarkusTest
class ReasonsTest {
    @Inject
    Deadline deadline;

    @Inject
    Sent sent;

    @Test
    void theOwnerMayAskForTheReasonsOnceAndIsToldThem() {
        long id = sent.request();
        owner(id, "reasons-request").statusCode(409);
        TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        officer(id, "reasons", Requests.REFUSED).statusCode(409);
        as("instructeur")
                .post("/api/bookings/" + id + "/reasons-request")
                .then()
                .statusCode(403);
        TestClock.travel(LocalDateTime.parse("2027-03-31T18:00"));
        owner(id, "reasons-request").statusCode(200);
        owner(id, "reasons-request").statusCode(409);
        assertEquals("OPEN 2027-04-30", deadline.of(id, Kind.REASONS));
        TestClock.travel(LocalDateTime.parse("2027-05-02T18:00"));
        assertTrue(deadline.fire(id, Kind.REASONS));
        officer(id, "reasons", "{\"law\": \"Non\", \"fact\": \"Non\"}").statusCode(409);
        officer(id, "reasons", Requests.REFUSED).statusCode(200);
        assertEquals("CLOSED 2027-04-30", deadline.of(id, Kind.REASONS));
        officer(id, "reasons", Requests.REFUSED).statusCode(409);
        as("porteur")
                .get("/api/bookings/" + id + "/timeline")
                .then()
                .body("[-1].kind", equalTo("GIVE_REASONS"))
                .body("[-1].detail.fact", equalTo("Le quai est en travaux à ces dates."));
    }

    @Test
    void reasonsAreNotAskedForOnceTheDelayOfAppealIsOver() {
        long id = sent.request();
        TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        TestClock.travel(LocalDateTime.parse("2027-04-02T23:59:00"));
        read(id).body("canDo", hasItem("ASK_REASONS"));
        TestClock.travel(LocalDateTime.parse("2027-04-03T00:00:01"));
        read(id).body("canDo", not(hasItem("ASK_REASONS")));
        owner(id, "reasons-request").statusCode(409);
    }

    private static ValidatableResponse owner(long id, String verb) {
        return as("porteur").post("/api/bookings/" + id + "/" + verb).then();
    }
}
