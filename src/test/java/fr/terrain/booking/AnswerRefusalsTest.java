package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Examined.START;
import static fr.terrain.booking.Examined.asked;
import static fr.terrain.booking.Examined.get;
import static fr.terrain.booking.Examined.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.TestClock;
import fr.terrain.booking.Examined.Request;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer stays within what was asked and is checked as a request is; so is what is asked. */
@QuarkusTest
class AnswerRefusalsTest {
    @Inject
    Fixtures fixtures;

    @Inject
    Examined examined;

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

    private Object content(Request request) {
        return get("porteur", request).extract().jsonPath().getMap("");
    }
}
