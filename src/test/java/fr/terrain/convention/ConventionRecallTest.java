package fr.terrain.convention;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import fr.terrain.Fixtures;
import fr.terrain.booking.Trials;
import fr.terrain.booking.Trials.Trial;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** An issued convention goes back to be written again: what was signed of it is void and kept, the next version has a number of its own. */
@QuarkusTest
class ConventionRecallTest {
    private static final String WHY = "{\"reason\": \"Une clause est à corriger.\"}";

    @Inject
    Trials trials;

    @Inject
    Fixtures fixtures;

    @Test
    void isRecalledByItsAuthorAndIssuedAnew() {
        Trial first = trials.signing();
        trials.sign("porteur", first);
        trials.tries("instructeur", first.path("recall"), WHY).statusCode(403);
        trials.tries("porteur", first.path("recall"), WHY).statusCode(403);
        trials.tries("porteuse", first.path("recall"), WHY).statusCode(404);
        trials.tries("juriste", first.path("recall"), "{\"reason\": \"court\"}")
                .statusCode(400)
                .body("field", equalTo("reason"));
        trials.does("juriste", first.path("recall"), WHY)
                .body("state", equalTo("VOID"))
                .body("signatures", hasSize(1));
        assertEquals("APPROVED", trials.status(first));
        assertEquals("05-02 00:00 05-25 00:00", trials.rows(first));
        assertNull(trials.due(first, "SIGNATURE"));
        Trial second = trials.issue(first);
        assertNotEquals(first.number(), second.number());
        assertEquals(2, trials.convention(second, "juriste").getInt("version"));
        trials.sign("porteur", second);
        trials.sign("signataire", second);
        assertEquals("SIGNED", trials.status(second));
        assertEquals("VOID", trials.convention(first, "juriste").getString("state"));
        trials.tries("juriste", second.path("recall"), WHY).statusCode(409);
    }

    @Test
    void aPartyThatWillNotSignSendsItBack() {
        Trial trial = trials.signing();
        trials.sign("porteur", trial);
        trials.tries("porteur", trial.path("signature-refusal"), WHY)
                .statusCode(409)
                .body("type", equalTo("/problemes/already-signed"));
        trials.tries("instructeur", trial.path("signature-refusal"), WHY).statusCode(403);
        trials.does("signataire", trial.path("signature-refusal"), WHY)
                .body("state", equalTo("VOID"))
                .body("signatures", hasSize(1));
        assertEquals("APPROVED", trials.status(trial));
        as("porteur")
                .get(trial.path("timeline"))
                .then()
                .body("[-1].kind", equalTo("DECLINE_TO_SIGN"))
                .body("[-1].role", equalTo("GRANTOR"))
                .body("[-1].detail.reason", equalTo("Une clause est à corriger."));
    }

    @Test
    void aMemberWhoDoesNotSignForAPartyDoesNotRefuseForIt() {
        Trial trial = trials.signing();
        fixtures.run(
                "update party set must_sign = false where booking_id = :id and role = 'OCCUPANT'", "id", trial.id());
        trials.tries("porteur", trial.path("signature-refusal"), WHY)
                .statusCode(403)
                .body("type", equalTo("/problemes/not-a-signatory"));
    }
}
