package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.TestClock;
import fr.terrain.booking.Trials.Trial;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The life of a booking after its agreement, over HTTP, with a clock that moves. */
@QuarkusTest
class TrialLifeTest {
    private static final String REPORT = """
            {"text": "La bouée a tenu vingt et un jours, deux relevés manquent après un orage.",
             "learnt": "L’ancrage doit être doublé en mai.", "publicSummary": "Une bouée mesure la houle au port."}
            """;
    private static final String WHOLE = "05-02 00:00 05-25 00:00";

    @Inject
    Fixtures fixtures;

    @Inject
    Trials trials;

    @Inject
    BookingTrail trail;

    @Test
    void goesFromItsAgreementToItsEnd() {
        Trial trial = trials.signed();
        assertEquals(WHOLE, trials.rows(trial));
        assertEquals("2027-05-03 00:00", trials.due(trial, "START"));
        assertEquals("2027-05-24 00:00", trials.due(trial, "EXPIRY"));
        trials.meetAll(trial);
        TestClock.travel(Trials.START.plusMinutes(1));
        trials.rings(trial, "START");
        assertEquals("RUNNING", trials.status(trial));
        assertNull(trials.due(trial, "EXPIRY"));
        trials.does("instructeur", trial.path("suspension"), "{\"cause\": \"WEATHER\", \"expectedOn\": \"2027-05-05\"}")
                .body("status", equalTo("SUSPENDED"));
        assertEquals(WHOLE, trials.rows(trial));
        as("porteur")
                .get(trial.path("trial"))
                .then()
                .body("suspension.cause", equalTo("WEATHER"))
                .body("suspension.since", equalTo("2027-05-03"));
        trials.does("instructeur", trial.path("resumption"), "{\"words\": \"Le vent est tombé.\"}")
                .body("status", equalTo("RUNNING"));
        assertEquals("2027-05-24 00:00", trials.due(trial, "FINISH"));
        TestClock.travel(Trials.END);
        trials.rings(trial, "FINISH");
        assertEquals("REPORT_DUE", trials.status(trial));
        assertEquals("2027-07-25 00:00", trials.due(trial, "REPORT"));
        reportsTwice(trial);
        trials.does("instructeur", trial.path("closing"), "").body("status", equalTo("CLOSED"));
        assertNull(trials.due(trial, "REPORT"));
        assertEquals(WHOLE, trials.rows(trial));
        assertTrue(trail.isWhole(trial.id()));
    }

    private void reportsTwice(Trial trial) {
        trials.tries("instructeur", trial.path("closing"), "")
                .statusCode(409)
                .body("type", equalTo("/problemes/no-report"));
        trials.does("porteur", trial.path("report"), REPORT).body("status", equalTo("REPORT_DUE"));
        assertNull(trials.due(trial, "REPORT"));
        trials.does(
                "instructeur", trial.path("report-rejection"), "{\"reason\": \"Ajoutez les deux relevés perdus.\"}");
        assertEquals("2027-06-24 00:00", trials.due(trial, "REPORT"));
        trials.tries("instructeur", trial.path("closing"), "").statusCode(409);
        trials.does("porteur", trial.path("report"), REPORT);
        trials.does("porteur", trial.path("report"), REPORT);
        as("instructeur")
                .get(trial.path("trial"))
                .then()
                .body("reports.state", contains("REJECTED", "REPLACED", "WAITING"))
                .body("reports[0].answer", equalTo("Ajoutez les deux relevés perdus."));
    }

    @Test
    void startsOnItsFirstDayOnlyWithAllItsConditions() {
        Trial trial = trials.signed();
        TestClock.travel(Trials.START.plusMinutes(1));
        trials.rings(trial, "START");
        assertEquals("SIGNED", trials.status(trial));
        assertEquals(1, trials.count(trial, "MISS_START"));
        trials.tries("instructeur", trial.path("start"), "")
                .statusCode(409)
                .body("type", equalTo("/problemes/conditions-missing"))
                .body("fields.field", contains("INSURANCE", "ENTRY_INSPECTION", "TRANSMISSION", "NOTIFICATION"));
        trials.meetAll(trial);
        trials.rings(trial, "START");
        assertEquals("RUNNING", trials.status(trial));
        assertEquals(1, trials.count(trial, "MISS_START"));
    }

    @Test
    void theInsuranceLastsToTheEndOfTheTearDown() {
        Trial trial = trials.signed();
        trials.meetAll(trial);
        trials.meet(trial, "{\"kind\": \"INSURANCE\", \"validUntil\": \"2027-05-23\"}");
        as("juriste")
                .get(trial.path("trial"))
                .then()
                .body("missing.field", contains("INSURANCE"))
                .body("missing[0].detail", containsString("24\u00a0mai\u00a02027"));
        TestClock.travel(Trials.START.plusMinutes(1));
        trials.rings(trial, "START");
        assertEquals("SIGNED", trials.status(trial));
    }

    @Test
    void anOfficerStartsItFromTheFirstDayOfSetUp() {
        Trial trial = trials.signed();
        trials.meetAll(trial);
        TestClock.travel(LocalDateTime.parse("2027-05-01T23:59"));
        trials.tries("instructeur", trial.path("start"), "")
                .statusCode(409)
                .body("type", equalTo("/problemes/too-early"))
                .body("detail", containsString("2\u00a0mai\u00a02027"));
        TestClock.travel(LocalDateTime.parse("2027-05-02T00:00"));
        trials.tries("porteur", trial.path("start"), "").statusCode(403);
        trials.does("instructeur", trial.path("start"), "").body("status", equalTo("RUNNING"));
        assertNull(trials.due(trial, "START"));
    }

    @Test
    void whatIsTransmittedAndNotifiedIsSigned() {
        Trial trial = trials.approved();
        for (String kind : new String[] {"TRANSMISSION", "NOTIFICATION"})
            trials.tries(
                            "juriste",
                            trial.path("conditions"),
                            "{\"kind\": \"" + kind + "\", \"doneOn\": \"2026-12-01\", \"reference\": \"DEMO-1\"}")
                    .statusCode(409)
                    .body("type", equalTo("/problemes/too-early"));
        trials.does(
                "juriste",
                trial.path("conditions"),
                "{\"kind\": \"PERMIT\", \"label\": \"Arrêté de la capitainerie\"}");
    }

    @Test
    void aPermitThatIsAwaitedKeepsItFromStarting() {
        Trial trial = trials.signed();
        trials.meetAll(trial);
        trials.meet(trial, "{\"kind\": \"PERMIT\", \"label\": \"Arrêté de la capitainerie\"}");
        TestClock.travel(Trials.START.plusHours(1));
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from booking_event e join event_detail d on d.event_id = e.id"
                                + " where e.booking_id = :id and d.content ->> 'condition' = 'PERMIT_AWAITED'",
                        "id",
                        trial.id()));
        trials.tries("instructeur", trial.path("start"), "")
                .statusCode(409)
                .body("type", equalTo("/problemes/conditions-missing"))
                .body("fields", hasSize(1))
                .body("fields[0].detail", containsString("« Arrêté de la capitainerie »"));
        trials.rings(trial, "START");
        assertEquals("SIGNED", trials.status(trial));
        trials.meet(
                trial, "{\"kind\": \"PERMIT\", \"label\": \"arrêté de la capitainerie\", \"doneOn\": \"2027-05-03\"}");
        trials.rings(trial, "START");
        assertEquals("RUNNING", trials.status(trial));
    }

    @Test
    void whatIsSentIsBounded() {
        Trial trial = trials.running();
        refuses(trial, "conditions", "{}", "kind");
        refuses(trial, "conditions", "{\"kind\": \"INSURANCE\"}", "validUntil");
        refuses(trial, "conditions", "{\"kind\": \"NOTIFICATION\"}", "doneOn");
        refuses(trial, "conditions", "{\"kind\": \"NOTIFICATION\", \"doneOn\": \"2027-05-04\"}", "doneOn");
        refuses(trial, "conditions", "{\"kind\": \"TRANSMISSION\", \"doneOn\": \"2027-05-03\"}", "reference");
        refuses(trial, "conditions", "{\"kind\": \"PERMIT\", \"label\": \"ab\"}", "label");
        refuses(trial, "suspension", "{}", "cause");
        refuses(trial, "suspension", "{\"cause\": \"OTHER\", \"words\": \"court\"}", "words");
        refuses(trial, "suspension", "{\"cause\": \"EVENT\", \"since\": \"2027-05-04\"}", "since");
        refuses(trial, "suspension", "{\"cause\": \"EVENT\", \"since\": \"2027-05-01\"}", "since");
        refuses(trial, "suspension", "{\"cause\": \"EVENT\", \"expectedOn\": \"2027-05-02\"}", "expectedOn");
        refuses(trial, "suspension", "{\"cause\": \"EVENT\", \"expectedOn\": \"2027-05-24\"}", "expectedOn");
        refuses(trial, "suspension", "{\"cause\": \"EVENT\", \"words\": \"" + "a".repeat(2001) + "\"}", "words");
        TestClock.travel(Trials.END);
        trials.rings(trial, "FINISH");
        trials.tries(
                        "porteur",
                        trial.path("report"),
                        "{\"text\": \"court\", \"learnt\": \"rien\", \"publicSummary\": \"ab\"}")
                .statusCode(400)
                .body("fields.field", contains("text", "learnt", "publicSummary"));
        trials.tries(
                        "porteur",
                        trial.path("report"),
                        "{\"text\": \"" + "a".repeat(10_001) + "\", \"learnt\": \"Une leçon apprise.\"}")
                .statusCode(400)
                .body("field", equalTo("text"));
        trials.does("porteur", trial.path("report"), REPORT);
        refuses(trial, "report-rejection", "{\"reason\": \"non\"}", "reason");
    }

    private void refuses(Trial trial, String act, String body, String field) {
        trials.tries("instructeur", trial.path(act), body).statusCode(400).body("fields.field", hasItem(field));
    }

    @Test
    void aStaleVersionIsRefused() {
        Trial trial = trials.running();
        as("instructeur")
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"cause\": \"EVENT\"}")
                .post(trial.path("suspension"))
                .then()
                .statusCode(412);
    }

    @Test
    void aSuspendedTrialFinishesToo() {
        Trial trial = trials.running();
        trials.does("instructeur", trial.path("suspension"), "{\"cause\": \"MASSIF\"}");
        TestClock.travel(Trials.END);
        trials.rings(trial, "FINISH");
        as("porteur")
                .get(trial.path("trial"))
                .then()
                .body("suspension", equalTo(null))
                .body("reports", hasSize(0));
        assertEquals("REPORT_DUE", trials.status(trial));
    }

    @Test
    void everySideHasItsVerbs() {
        Trial trial = trials.running();
        trials.tries("porteur", trial.path("suspension"), "{\"cause\": \"EVENT\"}")
                .statusCode(403);
        trials.tries("juriste", trial.path("suspension"), "{\"cause\": \"EVENT\"}")
                .statusCode(403);
        trials.tries("porteur", trial.path("conditions"), "{\"kind\": \"NOTIFICATION\", \"doneOn\": \"2027-05-03\"}")
                .statusCode(403);
        trials.tries("porteuse", trial.path("suspension"), "{\"cause\": \"EVENT\"}")
                .statusCode(404);
        as("porteuse").get(trial.path("trial")).then().statusCode(404);
        TestClock.travel(Trials.END);
        trials.rings(trial, "FINISH");
        trials.tries("instructeur", trial.path("report"), REPORT).statusCode(403);
        trials.tries("porteur", trial.path("closing"), "").statusCode(403);
    }
}
