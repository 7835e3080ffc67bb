package fr.terrain.booking;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.terrain.TestClock;
import fr.terrain.booking.Trials.Trial;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** An agreement is taken back with reasons, once its holder was heard. */
@QuarkusTest
class RescissionTest {
    private static final String WHY =
            "\"law\": \"Article L. 2122-3 du CG3P : l’autorisation est précaire.\", \"fact\": \"Le quai est fermé pour deux ans.\"";

    @Inject
    Trials trials;

    @Test
    void whoWasHeardLosesTheAgreementAndTheTimeIsFree() {
        Trial trial = trials.signing();
        trials.sign("porteur", trial);
        rescind("instructeur", trial, "").statusCode(409).body("type", equalTo("/problemes/hearing-missing"));
        TestClock.travel(LocalDateTime.parse("2026-12-20T09:00"));
        rescind("instructeur", trial, ", \"invitedOn\": \"2026-12-06\"")
                .statusCode(409)
                .body("fields[0].detail", containsString("21\u00a0décembre\u00a02026"));
        rescind("instructeur", trial, ", \"invitedOn\": \"2026-11-30\"").statusCode(409);
        rescind("instructeur", trial, ", \"invitedOn\": \"2026-12-21\"").statusCode(409);
        rescind("instructeur", trial, ", \"invitedOn\": \"2026-12-05\"")
                .statusCode(200)
                .body("status", equalTo("TERMINATED"));
        assertEquals("nothing", trials.rows(trial));
        assertEquals("VOID", trials.convention(trial, "juriste").getString("state"));
        assertNull(trials.due(trial, "SIGNATURE"));
    }

    @Test
    void urgencyDoesNotWait() {
        Trial trial = trials.approved();
        rescind("instructeur", trial, ", \"urgency\": \"Le quai s’est effondré cette nuit.\"")
                .statusCode(200);
        assertNull(trials.due(trial, "EXPIRY"));
    }

    @Test
    void onlyWhoDecidesMay() {
        Trial trial = trials.approved();
        rescind("juriste", trial, ", \"urgency\": \"Le quai s’est effondré cette nuit.\"")
                .statusCode(403);
        rescind("porteur", trial, ", \"urgency\": \"Le quai s’est effondré cette nuit.\"")
                .statusCode(403);
        trials.tries("instructeur", trial.path("rescission"), "{\"law\": \"x\", \"urgency\": \"y\"}")
                .statusCode(400)
                .body("fields.field", hasItems("law", "fact", "urgency"));
    }

    @Test
    void whatIsSignedIsTerminatedInstead() {
        Trial trial = trials.signed();
        rescind("instructeur", trial, ", \"urgency\": \"Le quai s’est effondré cette nuit.\"")
                .statusCode(409)
                .body("type", equalTo("/problemes/not-now"));
    }

    private ValidatableResponse rescind(String user, Trial trial, String more) {
        return trials.tries(user, trial.path("rescission"), "{" + WHY + more + "}");
    }
}
