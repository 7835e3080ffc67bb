package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Sent.REFUSED;
import static fr.terrain.booking.Sent.officer;
import static fr.terrain.booking.Sent.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.deadline.Deadlines.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Silence refuses a request on the day the law says, and an express decision stays possible; the clock of the application is moved. */
@QuarkusTest
class SilenceTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Deadline deadline;

    @Inject
    BookingTrail trail;

    @Inject
    Sent sent;

    private Place place;
    private long occupant;

    @BeforeEach
    void aPlace() {
        place = fixtures.place(new SpaceOf(2, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
    }

    @Test
    void whatIsSentHasItsDates() {
        long id = sent.request(place, occupant);
        assertEquals("OPEN " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals("OPEN 2026-12-15", deadline.of(id, Kind.RECEIPT));
    }

    @Test
    void silenceRefusesOnceWhenItsLastDayIsOver() {
        long id = sent.request(place, occupant);
        TestClock.travel(LocalDateTime.parse("2027-02-01T23:59:50"));
        assertFalse(deadline.fire(id, Kind.SILENCE));
        TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertFalse(deadline.fire(id, Kind.SILENCE));
        assertEquals(1L, sent.count(id, Verb.SILENT_REFUSAL));
        read(id).body("status", equalTo("SUBMITTED"));
        as("porteur")
                .get("/api/bookings/" + id + "/timeline")
                .then()
                .body("[-1].kind", equalTo("SILENT_REFUSAL"))
                .body("[-1].who", nullValue())
                .body("[-1].detail.refusedOn", equalTo(REFUSED));
        assertTrue(trail.isWhole(id));
    }

    @Test
    void afterAStopItIsStillRefusedOnItsDay() {
        long id = sent.request(place, occupant);
        TestClock.travel(LocalDateTime.parse("2027-03-15T08:00"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
        as("porteur").get("/api/bookings/" + id + "/timeline").then().body("[-1].detail.refusedOn", equalTo(REFUSED));
    }

    @Test
    void anExpressDecisionStaysPossible() {
        long agreed = sent.request(place, occupant);
        long refused = sent.request(place, occupant);
        TestClock.travel(LocalDateTime.parse("2027-02-03T09:00"));
        for (long id : List.of(agreed, refused)) {
            assertTrue(deadline.fire(id, Kind.SILENCE));
            officer(id, "review", "{}").statusCode(200);
        }
        officer(agreed, "approval", Requests.AGREED).statusCode(200).body("status", equalTo("APPROVED"));
        officer(refused, "refusal", Requests.REFUSED).statusCode(200).body("status", equalTo("REFUSED"));
        assertEquals("FIRED " + REFUSED, deadline.of(agreed, Kind.SILENCE));
    }

    @Test
    void aDecisionStopsItsClocks() {
        long id = sent.request(place, occupant);
        officer(id, "review", "{}").statusCode(200);
        officer(id, "approval", Requests.AGREED).statusCode(200);
        assertEquals("CLOSED " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals("CLOSED 2026-12-15", deadline.of(id, Kind.RECEIPT));
        long given = sent.request(place, occupant);
        as("porteur")
                .contentType("application/json")
                .body("{}")
                .post("/api/bookings/" + given + "/withdrawal")
                .then()
                .statusCode(200);
        assertEquals("CLOSED " + REFUSED, deadline.of(given, Kind.SILENCE));
    }

    @Test
    void theLawSetsNoDateOnPrivateDomain() {
        fixtures.run("update space set domain = 'PRIVATE' where site_id = :site", "site", place.site());
        long id = sent.request(place, occupant);
        assertEquals("none", deadline.of(id, Kind.SILENCE));
        assertEquals("OPEN 2026-12-15", deadline.of(id, Kind.RECEIPT));
        read(id).body("silentRefusalAt", nullValue());
    }

    @Test
    void theLawSetsNoDateForAPrivateGrantor() {
        long grantor = fixtures.occupant(User.INSTRUCTEUR);
        fixtures.run(
                "update site set organisation_id = :grantor where id = :site",
                "grantor",
                grantor,
                "site",
                place.site());
        long id = sent.request(place, occupant);
        assertEquals("none", deadline.of(id, Kind.SILENCE));
        assertEquals("none", deadline.of(id, Kind.RECEIPT));
    }

    @Test
    void aDateThatWasWrongIsPutRightInsteadOfFired() {
        long id = sent.request(place, occupant);
        fixtures.run(
                "update deadline set due_at = due_at - interval '20 days' where subject_id = :id and kind = 'SILENCE'",
                "id",
                id);
        TestClock.travel(LocalDateTime.parse("2027-01-20T08:00"));
        deadline.fire(id, Kind.SILENCE);
        assertEquals("OPEN " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals(0L, sent.count(id, Verb.SILENT_REFUSAL));
    }

    @Test
    void aDecisionAndItsClockAtOnceLeaveOneStory() {
        place = fixtures.place(new SpaceOf(6, 0, 0));
        for (int i = 0; i < 6; i++) {
            long id = sent.request(place, occupant);
            officer(id, "review", "{}").statusCode(200);
            TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
            CompletableFuture<Boolean> fired = CompletableFuture.supplyAsync(() -> deadline.fire(id, Kind.SILENCE));
            int status = officer(id, "approval", Requests.AGREED).extract().statusCode();
            fired.join();
            if (status != 200) officer(id, "approval", Requests.AGREED).statusCode(200);
            read(id).body("status", equalTo("APPROVED"));
            String state = deadline.of(id, Kind.SILENCE);
            assertEquals(state.startsWith("FIRED") ? 1L : 0L, sent.count(id, Verb.SILENT_REFUSAL), state);
            assertFalse(state.startsWith("OPEN"), state);
            assertTrue(trail.isWhole(id));
            TestClock.home();
        }
    }

    @Test
    void aReceiptGivenByHandIsRecorded() {
        long id = sent.request(place, occupant);
        TestClock.travel(LocalDateTime.parse("2026-12-16T00:00:01"));
        assertTrue(deadline.fire(id, Kind.RECEIPT));
        for (String wrong : List.of("2026-11-30", "2026-12-17"))
            officer(id, "receipt", "{\"sentOn\": \"" + wrong + "\", \"how\": \"Remis en main propre\"}")
                    .statusCode(400)
                    .body("field", equalTo("sentOn"));
        officer(id, "receipt", "{\"sentOn\": \"2026-12-15\", \"how\": \" \"}")
                .statusCode(400)
                .body("field", equalTo("how"));
        String given = "{\"sentOn\": \"2026-12-15\", \"how\": \"Remis en main propre\"}";
        officer(id, "receipt", given).statusCode(200);
        assertEquals("CLOSED 2026-12-15", deadline.of(id, Kind.RECEIPT));
        officer(id, "receipt", given).statusCode(409);
    }
}
