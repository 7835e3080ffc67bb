package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Silence refuses a request on the day the law says, and an express decision stays possible; the clock of the application is moved. */
@QuarkusTest
class SilenceTest {
    /** Requests of these tests are sent on 1 December 2026 at 10: silence refuses at the end of 1 February 2027. */
    private static final String REFUSED = "2027-02-01";

    private static final LocalDate START = LocalDate.parse("2027-05-03");

    @Inject
    Fixtures fixtures;

    @Inject
    Deadline deadline;

    @Inject
    BookingTrail trail;

    private Place place;
    private long occupant;

    @BeforeEach
    void aPlace() {
        place = fixtures.place(new SpaceOf(2, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
    }

    @Test
    void whatIsSentHasItsDates() {
        long id = submitted();
        assertEquals("OPEN " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals("OPEN 2026-12-15", deadline.of(id, Kind.RECEIPT));
    }

    @Test
    void silenceRefusesOnceWhenItsLastDayIsOver() {
        long id = submitted();
        TestClock.travel(LocalDateTime.parse("2027-02-01T23:59:50"));
        assertFalse(deadline.fire(id, Kind.SILENCE));
        TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertFalse(deadline.fire(id, Kind.SILENCE));
        assertEquals(1L, count(id, Verb.SILENT_REFUSAL));
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
        long id = submitted();
        TestClock.travel(LocalDateTime.parse("2027-03-15T08:00"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
        as("porteur").get("/api/bookings/" + id + "/timeline").then().body("[-1].detail.refusedOn", equalTo(REFUSED));
    }

    @Test
    void anExpressDecisionStaysPossible() {
        long agreed = submitted();
        long refused = submitted();
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
        long id = submitted();
        officer(id, "review", "{}").statusCode(200);
        officer(id, "approval", Requests.AGREED).statusCode(200);
        assertEquals("CLOSED " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals("CLOSED 2026-12-15", deadline.of(id, Kind.RECEIPT));
        long given = submitted();
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
        long id = submitted();
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
        long id = submitted();
        assertEquals("none", deadline.of(id, Kind.SILENCE));
        assertEquals("none", deadline.of(id, Kind.RECEIPT));
    }

    @Test
    void aDateThatWasWrongIsPutRightInsteadOfFired() {
        long id = submitted();
        fixtures.run(
                "update deadline set due_at = due_at - interval '20 days' where subject_id = :id and kind = 'SILENCE'",
                "id",
                id);
        TestClock.travel(LocalDateTime.parse("2027-01-20T08:00"));
        deadline.fire(id, Kind.SILENCE);
        assertEquals("OPEN " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals(0L, count(id, Verb.SILENT_REFUSAL));
    }

    @Test
    void aDecisionAndItsClockAtOnceLeaveOneStory() {
        place = fixtures.place(new SpaceOf(6, 0, 0));
        for (int i = 0; i < 6; i++) {
            long id = submitted();
            officer(id, "review", "{}").statusCode(200);
            TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
            CompletableFuture<Boolean> fired = CompletableFuture.supplyAsync(() -> deadline.fire(id, Kind.SILENCE));
            int status = officer(id, "approval", Requests.AGREED).extract().statusCode();
            fired.join();
            if (status != 200) officer(id, "approval", Requests.AGREED).statusCode(200);
            read(id).body("status", equalTo("APPROVED"));
            String state = deadline.of(id, Kind.SILENCE);
            assertEquals(state.startsWith("FIRED") ? 1L : 0L, count(id, Verb.SILENT_REFUSAL), state);
            assertFalse(state.startsWith("OPEN"), state);
            assertTrue(trail.isWhole(id));
            TestClock.home();
        }
    }

    @Test
    void missingPiecesStopTheClockForTheTimeGiven() {
        long id = submitted();
        officer(id, "review", "{}").statusCode(200);
        TestClock.travel(LocalDateTime.parse("2026-12-10T09:00"));
        ask(id, "2026-12-24", true);
        assertEquals("OPEN 2027-02-15", deadline.of(id, Kind.SILENCE));
        assertEquals("OPEN 2026-12-24", deadline.of(id, Kind.ANSWER));
        TestClock.travel(LocalDateTime.parse("2026-12-17T15:00"));
        answer(id);
        assertEquals("OPEN 2027-02-08", deadline.of(id, Kind.SILENCE));
        assertEquals("CLOSED 2026-12-24", deadline.of(id, Kind.ANSWER));
    }

    @Test
    void whatIsAskedForTheOfficersComfortStopsNothing() {
        long id = submitted();
        officer(id, "review", "{}").statusCode(200);
        ask(id, "2026-12-24", false);
        assertEquals("OPEN " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals("OPEN 2026-12-24", deadline.of(id, Kind.ANSWER));
    }

    @Test
    void anAnswerThatDoesNotComeIsToldAndOneThatComesLateIsTaken() {
        long id = submitted();
        officer(id, "review", "{}").statusCode(200);
        ask(id, "2026-12-15", true);
        assertEquals("OPEN 2027-02-15", deadline.of(id, Kind.SILENCE));
        TestClock.travel(LocalDateTime.parse("2026-12-16T00:00:01"));
        assertTrue(deadline.fire(id, Kind.ANSWER));
        assertEquals(1L, count(id, Verb.MISS_ANSWER));
        read(id).body("status", equalTo("CHANGES_REQUESTED"));
        TestClock.travel(LocalDateTime.parse("2027-01-20T09:00"));
        answer(id);
        assertEquals("OPEN 2027-02-15", deadline.of(id, Kind.SILENCE));
        assertEquals("CLOSED 2026-12-15", deadline.of(id, Kind.ANSWER));
    }

    @Test
    void whatIsAskedAfterSilenceHasRefusedChangesNothing() {
        long id = submitted();
        officer(id, "review", "{}").statusCode(200);
        TestClock.travel(LocalDateTime.parse("2027-02-02T09:00"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        ask(id, "2027-02-20", true);
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
        answer(id);
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
    }

    @Test
    void theOwnerMayAskForTheReasonsOnceAndIsToldThem() {
        long id = submitted();
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
        long id = submitted();
        TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        TestClock.travel(LocalDateTime.parse("2027-04-02T23:59:00"));
        read(id).body("canDo", hasItem("ASK_REASONS"));
        TestClock.travel(LocalDateTime.parse("2027-04-03T00:00:01"));
        read(id).body("canDo", not(hasItem("ASK_REASONS")));
        owner(id, "reasons-request").statusCode(409);
    }

    @Test
    void aReceiptGivenByHandIsRecorded() {
        long id = submitted();
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

    private void ask(long id, String answerBy, boolean missingPieces) {
        officer(id, "change-request", """
                {"fields": ["PURPOSE"], "why": "Précisez la mesure, s’il vous plaît.", "answerBy": "%s", "missingPieces": %s}
                """.formatted(answerBy, missingPieces)).statusCode(200);
    }

    private static void answer(long id) {
        as("porteur")
                .contentType("application/json")
                .body("""
                        {"purpose": "Mesurer la houle dans la darse, à trois profondeurs."}
                        """)
                .post("/api/bookings/" + id + "/resubmission")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse owner(long id, String verb) {
        return as("porteur").post("/api/bookings/" + id + "/" + verb).then();
    }

    private long submitted() {
        int id = Requests.create("porteur", Requests.body(place, occupant, START, START.plusDays(4)));
        as("porteur")
                .contentType("application/json")
                .post("/api/bookings/" + id + "/submission")
                .then()
                .statusCode(200);
        return id;
    }

    private static ValidatableResponse officer(long id, String verb, String body) {
        return as("instructeur")
                .contentType("application/json")
                .body(body)
                .post("/api/bookings/" + id + "/" + verb)
                .then();
    }

    private static ValidatableResponse read(long id) {
        return as("porteur").get("/api/bookings/" + id).then();
    }

    private Object count(long id, Verb verb) {
        return fixtures.one(
                "select count(*) from booking_event where booking_id = :id and kind = :kind",
                "id",
                id,
                "kind",
                verb.name());
    }
}
