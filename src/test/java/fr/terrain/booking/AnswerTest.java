package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Examined.START;
import static fr.terrain.booking.Examined.get;
import static fr.terrain.booking.Examined.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.booking.Examined.Request;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an officer asks, the owner answers: what was answered is in the request, in the trail and on the clocks. */
@QuarkusTest
class AnswerTest {
    private static final String OPEN_DEADLINE =
            "select count(*) from deadline where subject_id = :id and kind = :kind and done_at is null";

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Examined examined;

    @Inject
    BookingTrail trail;

    @Test
    void theOwnerReadsWhatIsAskedAndAnswersIt() {
        Request request = examined.next();
        examined.ask(request, false, "DATES", "PURPOSE");
        assertEquals(1L, fixtures.one(OPEN_DEADLINE, "id", request.id(), "kind", "ANSWER"));
        as("porteur")
                .get("/api/bookings/{id}/change-request", request.id())
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].fields", contains("PURPOSE", "DATES"))
                .body("[0].answerBy", equalTo(TestClock.today().plusDays(15).toString()))
                .body("[0].answeredAt", nullValue());
        get("porteur", request).body("status", equalTo("CHANGES_REQUESTED")).body("canDo", hasItem("RESUBMIT"));
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of(
                                "firstDay", START.plusDays(7).toString(),
                                "lastDay", START.plusDays(10).toString(),
                                "message", "Décalé d’une semaine."))
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"))
                .body("slots[0].starts", equalTo(START.plusDays(7) + "T00:00:00"))
                .body("fee", equalTo(50.0f));
        assertEquals(0L, fixtures.one(OPEN_DEADLINE, "id", request.id(), "kind", "ANSWER"));
        as("instructeur")
                .get("/api/bookings/{id}/timeline", request.id())
                .then()
                .body("find { it.kind == 'ASK_FOR_CHANGES' }.detail.fields", equalTo("PURPOSE,DATES"))
                .body("find { it.kind == 'RESUBMIT' }.detail.'before.DATES'", notNullValue())
                .body("find { it.kind == 'RESUBMIT' }.detail.'after.DATES'", notNullValue())
                .body("find { it.kind == 'RESUBMIT' }.detail.'before.FEE'", notNullValue())
                .body("find { it.kind == 'RESUBMIT' }.detail.'before.PURPOSE'", nullValue())
                .body("find { it.kind == 'RESUBMIT' }.detail.message", equalTo("Décalé d’une semaine."));
        as("porteur")
                .get("/api/bookings/{id}/change-request", request.id())
                .then()
                .body("[0].answeredAt", notNullValue());
        assertTrue(trail.isWhole(request.id()));
    }

    @Test
    void hoursAndGivenUpDaysAreAnsweredWithTheDates() {
        Request request = examined.next();
        examined.ask(request, false, "DATES");
        Map<String, Object> hours = Map.of(
                "startTime",
                "22:00",
                "endTime",
                "04:30",
                "except",
                List.of(START.plusDays(2).toString()));
        post("porteur", request, "resubmission", Map.of("hours", Map.of("startTime", "22:00")))
                .statusCode(400)
                .body("field", equalTo("endTime"));
        post("porteur", request, "resubmission", Map.of("hours", hours))
                .statusCode(200)
                .body("slots", hasSize(5))
                .body("slots[0].starts", equalTo(START + "T22:00:00"))
                .body("asked.except", contains(START.plusDays(2).toString()));
        as("instructeur")
                .get("/api/bookings/{id}/timeline", request.id())
                .then()
                .body(
                        "find { it.kind == 'RESUBMIT' }.detail.'after.DATES'",
                        containsString(", de 22\u00a0h à 4\u00a0h\u00a030, sauf le "));
        examined.ask(request, false, "DATES");
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of("hours", Map.of(), "lastDay", START.plusDays(4).toString()))
                .statusCode(200)
                .body("asked.startTime", nullValue())
                .body("slots", hasSize(1));
        examined.ask(request, false, "NEEDS");
        post("porteur", request, "resubmission", Map.of("hours", hours))
                .statusCode(409)
                .body("type", equalTo("/problemes/field-not-asked"));
    }

    @Test
    void theAnswerPageAsksForHoursAndGivenUpDays() {
        Request request = examined.next();
        examined.ask(request, false, "DATES");
        post("porteur", request, "resubmission", Map.of("hours", Map.of("startTime", "22:00", "endTime", "04:30")))
                .statusCode(200);
        examined.ask(request, false, "DATES");
        String page = "/mes-demandes/" + request.reference() + "/complements";
        Session owner = new Session(root).signIn("porteur");
        String shown = owner.get(page).body();
        assertTrue(shown.contains("name=\"except\" value=\"" + START.plusDays(1) + "\""), shown);
        String[] typed = {
            "version",
            owner.version(page),
            "firstDay",
            START.toString(),
            "lastDay",
            START.plusDays(5).toString(),
            "startTime",
            "23:00",
            "endTime",
            "",
            "except",
            START.plusDays(1).toString(),
            "message",
            "Une nuit de moins."
        };
        HttpResponse<String> wrong = owner.submit(page, page, typed);
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("id=\"endTime-erreur\""), wrong.body());
        assertTrue(wrong.body().contains("value=\"" + START.plusDays(1) + "\" checked"), wrong.body());
        typed[9] = "04:30";
        assertEquals(303, owner.submit(page, page, typed).statusCode());
        get("porteur", request)
                .body("asked.except", contains(START.plusDays(1).toString()))
                .body("slots[0].starts", equalTo(START + "T23:00:00"));
    }

    @Test
    void anotherPlaceOpensItsArea() {
        Request request = examined.next();
        examined.ask(request, false, "PLACE");
        as("porteur")
                .get("/api/bookings/{id}/change-request", request.id())
                .then()
                .body("[0].fields", contains("PLACE", "AREA"));
        post("porteur", request, "resubmission", Map.of("wholeSite", true))
                .statusCode(200)
                .body("wholeSite", equalTo(true))
                .body("spaces", hasSize(2))
                .body("areaM2", equalTo(200.0f));
    }

    @Test
    void aProjectToldByOthersGoesOnAsItWas() {
        Request request = examined.next();
        Object project = fixtures.one("select project_id from booking where id = :id", "id", request.id());
        examined.ask(request, false, "TITLE", "TECHNIQUES", "TRL");
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of("title", "Bouée qui parle", "techniques", List.of("RADIO"), "trl", 6))
                .statusCode(200)
                .body("project.title", equalTo("Bouée qui parle"))
                .body("project.id", not(equalTo(((Number) project).intValue())));
        assertEquals("Bouée connectée", fixtures.one("select title from project where id = :id", "id", project));
    }

    @Test
    void onlyMissingPiecesSuspendTheDelay() {
        Request request = examined.next();
        Object first = silence(request);
        examined.ask(request, false, "NEEDS");
        assertEquals(first, silence(request));
        TestClock.travel(Duration.ofDays(10));
        post("porteur", request, "resubmission", Map.of("message", "Rien à ajouter."))
                .statusCode(200);
        assertEquals(first, silence(request));
        examined.ask(request, true, "NEEDS");
        TestClock.travel(Duration.ofDays(5));
        post("porteur", request, "resubmission", Map.of("message", "Voici.")).statusCode(200);
        assertEquals(
                ((java.time.Instant) first)
                        .atZone(fr.terrain.ParisClock.PARIS)
                        .plusDays(5)
                        .toInstant(),
                silence(request),
                "five days were waited for the answer");
    }

    private Object silence(Request request) {
        return fixtures.one(
                "select due_at from deadline where subject_id = :id and kind = 'SILENCE' and done_at is null",
                "id",
                request.id());
    }
}
