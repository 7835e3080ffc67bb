package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Sent.REFUSED;
import static fr.terrain.booking.Sent.officer;
import static fr.terrain.booking.Sent.read;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.TestClock;
import fr.terrain.deadline.Deadlines.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Missing pieces stop the clock of silence for the time given to answer, and nothing else that is asked does. */
@QuarkusTest
class MissingPiecesTest {
    @Inject
    Deadline deadline;

    @Inject
    Sent sent;

    @Test
    void missingPiecesStopTheClockForTheTimeGiven() {
        long id = sent.request();
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
        long id = sent.request();
        officer(id, "review", "{}").statusCode(200);
        ask(id, "2026-12-24", false);
        assertEquals("OPEN " + REFUSED, deadline.of(id, Kind.SILENCE));
        assertEquals("OPEN 2026-12-24", deadline.of(id, Kind.ANSWER));
    }

    @Test
    void anAnswerThatDoesNotComeIsToldAndOneThatComesLateIsTaken() {
        long id = sent.request();
        officer(id, "review", "{}").statusCode(200);
        ask(id, "2026-12-15", true);
        assertEquals("OPEN 2027-02-15", deadline.of(id, Kind.SILENCE));
        TestClock.travel(LocalDateTime.parse("2026-12-16T00:00:01"));
        assertTrue(deadline.fire(id, Kind.ANSWER));
        assertEquals(1L, sent.count(id, Verb.MISS_ANSWER));
        read(id).body("status", equalTo("CHANGES_REQUESTED"));
        TestClock.travel(LocalDateTime.parse("2027-01-20T09:00"));
        answer(id);
        assertEquals("OPEN 2027-02-15", deadline.of(id, Kind.SILENCE));
        assertEquals("CLOSED 2026-12-15", deadline.of(id, Kind.ANSWER));
    }

    @Test
    void whatIsAskedAfterSilenceHasRefusedChangesNothing() {
        long id = sent.request();
        officer(id, "review", "{}").statusCode(200);
        TestClock.travel(LocalDateTime.parse("2027-02-02T09:00"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
        ask(id, "2027-02-20", true);
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
        answer(id);
        assertEquals("FIRED " + REFUSED, deadline.of(id, Kind.SILENCE));
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
}
