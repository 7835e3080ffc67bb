package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.booking.Trials.Trial;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Early ends: the notice that the convention promises, and the place that stays kept until the tear-down. */
@QuarkusTest
class TerminationTest {
    private static final String REASON = "\"reason\": \"Le projet s’arrête faute de moyens.\"";

    @Inject
    Trials trials;

    @Inject
    Fixtures fixtures;

    @Test
    void thePlaceIsKeptUntilTheTearDownAndARivalHasTheNextDay() {
        Trial trial = trials.running();
        end("porteur", trial, "OCCUPANT_DECISION", "2027-05-11", "")
                .statusCode(200)
                .body("status", equalTo("TERMINATED"));
        assertEquals("05-02 00:00 05-13 00:00", trials.rows(trial));
        assertNull(trials.due(trial, "FINISH"));
        as("porteur")
                .get(trial.path("trial"))
                .then()
                .body("termination.lastDay", equalTo("2027-05-11"))
                .body("termination.keptUntil", equalTo("2027-05-12"))
                .body("termination.side", equalTo("OCCUPANT"));
        // a rival has a day of set-up of its own: 13 May, so that it may begin on the 14th and no earlier
        rival(trial, "2027-05-13T00:00").statusCode(409).body("type", equalTo("/problemes/taken"));
        rival(trial, "2027-05-14T00:00").statusCode(200);
    }

    private ValidatableResponse rival(Trial trial, String starts) {
        LocalDateTime from = LocalDateTime.parse(starts);
        long id = trials.inReview(trial.place(), fixtures.occupant(User.PORTEUSE), from, from.plusDays(5));
        return trials.tries("instructeur", "/api/bookings/" + id + "/approval", Requests.AGREED);
    }

    @Test
    void theOccupantGivesEightDays() {
        Trial trial = trials.running();
        wrong(end("porteur", trial, "OCCUPANT_DECISION", "2027-05-10", ""), "lastDay")
                .body("fields[0].detail", containsString("11\u00a0mai\u00a02027"));
        wrong(end("porteur", trial, "OCCUPANT_DECISION", "2027-05-23", ""), "lastDay")
                .body("fields[0].detail", containsString("prend fin d’elle‑même le 23\u00a0mai\u00a02027"));
        end("porteur", trial, "OCCUPANT_DECISION", "2027-05-11", ", \"urgency\": \"Le bateau coule en ce moment.\"")
                .statusCode(400)
                .body("fields.field", hasItem("urgency"));
        end("porteur", trial, "OCCUPANT_DECISION", "2027-05-11", "").statusCode(200);
    }

    @Test
    void theGeneralInterestGivesFifteenDaysUnlessItIsUrgent() {
        Trial trial = trials.running();
        wrong(end("juriste", trial, "GENERAL_INTEREST", "2027-05-17", ""), "lastDay")
                .body("fields[0].detail", containsString("18\u00a0mai\u00a02027"));
        end(
                        "instructeur",
                        trial,
                        "GENERAL_INTEREST",
                        "2027-05-03",
                        ", \"urgency\": \"Le quai s’affaisse depuis ce matin.\"")
                .statusCode(200);
        assertEquals("05-02 00:00 05-05 00:00", trials.rows(trial));
    }

    @Test
    void aFaultIsFirstToBeMended() {
        Trial trial = trials.running();
        wrong(end("juriste", trial, "FAULT", "2027-05-04", ""), "since");
        wrong(end("juriste", trial, "FAULT", "2027-05-04", ", \"since\": \"2027-04-25\""), "since")
                .body("fields[0].detail", containsString("4\u00a0mai\u00a02027"));
        end("juriste", trial, "FAULT", "2027-05-04", ", \"since\": \"2027-04-24\"")
                .statusCode(200);
    }

    @Test
    void forceMajeureLastsMoreThanThirtyDays() {
        Trial trial = trials.running();
        wrong(end("porteur", trial, "FORCE_MAJEURE", "2027-05-04", ", \"since\": \"2027-04-03\""), "since");
        end("porteur", trial, "FORCE_MAJEURE", "2027-05-04", ", \"since\": \"2027-04-02\"")
                .statusCode(200);
    }

    @Test
    void eachSideHasItsCauses() {
        Trial trial = trials.running();
        wrong(end("porteur", trial, "GENERAL_INTEREST", "2027-05-20", ""), "cause");
        wrong(end("porteur", trial, "FAULT", "2027-05-20", ", \"since\": \"2027-04-01\""), "cause");
        wrong(end("juriste", trial, "OCCUPANT_DECISION", "2027-05-20", ""), "cause");
        end("signataire", trial, "LOSS_OF_PERMIT", "2027-05-20", "").statusCode(403);
        end("porteuse", trial, "LOSS_OF_PERMIT", "2027-05-20", "").statusCode(404);
        fixtures.run(
                "update space set domain = 'PRIVATE' where id = :id",
                "id",
                trial.place().spaces().getFirst());
        end("porteur", trial, "FAULT", "2027-05-20", ", \"since\": \"2027-04-01\"")
                .statusCode(200);
    }

    @Test
    void whatIsNotSignedYetIsNotTerminated() {
        Trial trial = trials.signing();
        end("porteur", trial, "OCCUPANT_DECISION", "2027-05-11", "")
                .statusCode(409)
                .body("type", equalTo("/problemes/not-now"));
    }

    @Test
    void beforeItsFirstDayAllOfItIsFree() {
        Trial trial = trials.signed();
        end("porteur", trial, "OCCUPANT_DECISION", "2026-12-09", "").statusCode(200);
        assertEquals("nothing", trials.rows(trial));
        assertNull(trials.due(trial, "START"));
    }

    @Test
    void aSuspendedTrialEndsToo() {
        Trial trial = trials.running();
        trials.does("instructeur", trial.path("suspension"), "{\"cause\": \"WORKS\"}");
        end("porteur", trial, "LOSS_OF_PERMIT", "2027-05-03", "").statusCode(200);
        as("porteur").get(trial.path("trial")).then().body("suspension", equalTo(null));
    }

    @Test
    void whatIsSentIsBounded() {
        Trial trial = trials.running();
        trials.tries("porteur", trial.path("termination"), "{}")
                .statusCode(400)
                .body("fields.field", equalTo(java.util.List.of("cause", "lastDay", "reason")));
        wrong(end("porteur", trial, "LOSS_OF_PERMIT", "2027-05-02", ""), "lastDay");
        end("porteur", trial, "LOSS_OF_PERMIT", "3027-05-02", "").statusCode(400);
        end("porteur", trial, "LOSS_OF_PERMIT", "2027-05-12", ", \"since\": \"2027-01-01\"")
                .statusCode(400);
    }

    @Test
    void theClockOfTheNoticeIsThatOfParis() {
        Trial trial = trials.running();
        TestClock.travel(LocalDateTime.parse("2027-05-04T00:30"));
        wrong(end("porteur", trial, "OCCUPANT_DECISION", "2027-05-11", ""), "lastDay");
        end("porteur", trial, "OCCUPANT_DECISION", "2027-05-12", "").statusCode(200);
    }

    private static ValidatableResponse wrong(ValidatableResponse answer, String field) {
        return answer.statusCode(409).body("fields.field", hasItem(field));
    }

    private ValidatableResponse end(String user, Trial trial, String cause, String lastDay, String more) {
        return trials.tries(
                user,
                trial.path("termination"),
                "{\"cause\": \"" + cause + "\", \"lastDay\": \"" + lastDay + "\", " + REASON + more + "}");
    }
}
