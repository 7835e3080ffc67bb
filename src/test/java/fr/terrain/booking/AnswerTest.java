package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Examined.START;
import static fr.terrain.booking.Examined.asked;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an officer asks, the owner answers: in the fields that were asked, checked again, and nowhere else. */
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
    void whatWasNotAskedDoesNotChange() {
        Request request = examined.next();
        examined.ask(request, false, "NEEDS");
        Map<String, Object> others = new HashMap<>();
        others.put("title", "Un autre titre");
        others.put("purpose", "Un tout autre objet, en une phrase.");
        others.put("protocol", "Un tout autre déroulement, en une phrase.");
        others.put("techniques", List.of("DRONE"));
        others.put("trl", 9);
        others.put("people", 99);
        others.put("spaces", List.of(request.place().spaces().getLast()));
        others.put("wholeSite", true);
        others.put("firstDay", START.plusDays(1).toString());
        others.put("lastDay", START.plusDays(4).toString());
        others.put("areaM2", 10);
        others.put("useClass", "ASSOCIATION");
        Object before = content(request);
        others.forEach(
                (field, value) -> post("porteur", request, "resubmission", Map.of("needs", "Une prise.", field, value))
                        .statusCode(409)
                        .body("type", equalTo("/problemes/field-not-asked"))
                        .body("fields", hasSize(1)));
        assertEquals(before, content(request));
        post("porteur", request, "resubmission", Map.of("needs", "Une prise.", "people", 3))
                .statusCode(200)
                .body("needs", equalTo("Une prise."));
    }

    @Test
    void anEmptyAnswerIsNone() {
        Request request = examined.next();
        examined.ask(request, false, "NEEDS");
        post("porteur", request, "resubmission", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problemes/answer-missing"));
        post("porteur", request, "resubmission", Map.of("message", "a".repeat(2001)))
                .statusCode(400);
        post("porteur", request, "resubmission", Map.of("message", "Rien à ajouter."))
                .statusCode(200);
    }

    @Test
    void whatIsAnsweredIsCheckedAgain() {
        Request request = examined.next();
        examined.ask(request, false, "PURPOSE", "DATES", "PEOPLE");
        post("porteur", request, "resubmission", Map.of("purpose", "Court."))
                .statusCode(409)
                .body("fields.field", contains("purpose"));
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of("purpose", "Un objet avec un signe \uD83D\uDEF6 que rien n’imprime."))
                .statusCode(409)
                .body("fields.field", contains("purpose"));
        fixtures.run(
                "update space set lead_time_days = 30 where site_id = :site",
                "site",
                request.place().site());
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of("firstDay", TestClock.today().plusDays(1).toString()))
                .statusCode(409)
                .body("fields.field", hasItem("firstDay"));
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of("lastDay", START.minusDays(9).toString()))
                .statusCode(400)
                .body("field", equalTo("lastDay"));
        post("porteur", request, "resubmission", Map.of("people", 0)).statusCode(400);
        get("porteur", request).body("status", equalTo("CHANGES_REQUESTED"));
    }

    @Test
    void datesThatSomebodyElseHasAreRefused() {
        Request request = examined.next();
        examined.ask(request, false, "DATES");
        Map<String, Object> other = Requests.body(
                request.place(),
                fixtures.occupant(fr.terrain.Fixtures.User.PORTEUSE),
                START.plusDays(20),
                START.plusDays(25));
        int rival = Requests.create("porteuse", other);
        as("porteuse").post("/api/bookings/{id}/submission", rival).then().statusCode(200);
        as("instructeur").post("/api/bookings/{id}/review", rival).then().statusCode(200);
        as("instructeur")
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/{id}/approval", rival)
                .then()
                .statusCode(200);
        post(
                        "porteur",
                        request,
                        "resubmission",
                        Map.of(
                                "firstDay",
                                START.plusDays(22).toString(),
                                "lastDay",
                                START.plusDays(24).toString()))
                .statusCode(409)
                .body("type", equalTo("/problemes/taken"));
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

    @Test
    void whatIsAskedIsBounded() {
        Request request = examined.next();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("fields", List.of()),
                Map.of("fields", List.of("STATUS")),
                Map.of("why", "Court."),
                Map.of("why", "a".repeat(4001)),
                Map.of("answerBy", TestClock.today().toString()),
                Map.of("answerBy", TestClock.today().plusMonths(6).plusDays(1).toString()),
                Map.of("answerBy", "demain"))) {
            Map<String, Object> body = new HashMap<>(asked(false, "DATES"));
            body.putAll(wrong);
            post("instructeur", request, "change-request", body).statusCode(400);
        }
        post("instructeur", request, "change-request", asked(false, "DATES")).statusCode(200);
        post("instructeur", request, "change-request", asked(false, "DATES"))
                .statusCode(409)
                .body("type", equalTo("/problemes/not-now"));
    }

    private Object silence(Request request) {
        return fixtures.one(
                "select due_at from deadline where subject_id = :id and kind = 'SILENCE' and done_at is null",
                "id",
                request.id());
    }

    private Object content(Request request) {
        return get("porteur", request).extract().jsonPath().getMap("");
    }
}
