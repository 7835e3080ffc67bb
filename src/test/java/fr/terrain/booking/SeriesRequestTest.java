package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.availability.Claim;
import fr.terrain.availability.Closure;
import fr.terrain.availability.LocalSlot;
import fr.terrain.availability.Occupation;
import fr.terrain.availability.SpaceChanges;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request for hours of each day or of some weekdays: every stretch is told, none is dropped but by its owner, and the fee is of the days used. */
@QuarkusTest
class SeriesRequestTest {
    /** Sundays of 2027 with the change to summer time among them, the fourth one. */
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 7);

    private static final LocalDate LAST = LocalDate.of(2027, 4, 4);

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Occupation occupation;

    @Inject
    SpaceChanges changes;

    private Place place;
    private long occupant;
    private Map<String, Object> body;

    @BeforeEach
    void aSeries() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
        body = new HashMap<>(Requests.body(place, occupant, FIRST, LAST));
        body.put("startTime", "02:00");
        body.put("endTime", "03:00");
        body.put("weekdays", List.of("SUNDAY"));
    }

    @Test
    void everyOccurrenceIsToldToAnybodyAndNeverByWhom() {
        take(FIRST);
        QuarkusTransaction.requiringNew()
                .run(() -> changes.close(
                        new Closure(
                                place.spaces().getFirst(),
                                FIRST.plusWeeks(1).atStartOfDay(),
                                FIRST.plusWeeks(1).atTime(12, 0),
                                "Régate de démonstration"),
                        null));
        Map<String, Object> wish = new HashMap<>(body);
        wish.keySet().removeAll(List.of("site", "organisation", "project"));
        wish.put("except", List.of(FIRST.plusWeeks(2).toString()));
        given().contentType("application/json")
                .body(wish)
                .post("/api/sites/{slug}/quote", place.slug())
                .then()
                .statusCode(200)
                .body("occurrences.state", equalTo(List.of("TAKEN", "CLOSED", "GIVEN_UP", "SKIPPED", "FREE")))
                .body("occurrences[1].cause", equalTo("Régate de démonstration"))
                .body("occurrences[0].starts", containsString("2027-03-07T02:00"))
                .body("days", equalTo(3))
                .body("slots", equalTo(3))
                .body("fee", equalTo(37.5f))
                .body("obstacles.field", equalTo(List.of("except")))
                .body("collisions.kind", equalTo(List.of("BOOKING", "CLOSURE")))
                .body("toString()", not(containsString("Organisme")));
        given().contentType("application/json")
                .body(wish)
                .post("/api/sites/inconnu/quote")
                .then()
                .statusCode(404);
    }

    @Test
    void whatCannotBeHadIsGivenUpByItsOwnerBeforeItIsSent() {
        int id = Requests.create("porteur", body);
        submit(id).statusCode(409).body("fields.field", hasItem("except"));
        body.put("except", List.of("2027-03-28"));
        Requests.edit("porteur", id, body)
                .statusCode(200)
                .body("asked.except", equalTo(List.of("2027-03-28")))
                .body("asked.weekdays", equalTo(List.of("SUNDAY")))
                .body("slots", hasSize(4))
                .body("fee", equalTo(50.0f));
        submit(id)
                .statusCode(200)
                .body("slots", hasSize(4))
                .body("slots[3].starts", containsString("2027-04-04T02:00"))
                .body("fee", equalTo(50.0f));
    }

    @Test
    void aNightEndsInTheMorningAndIsAgreedMinuteByMinute() {
        body.put("startTime", "22:00");
        body.put("endTime", "04:30");
        body.put("weekdays", List.of("SATURDAY"));
        int id = Requests.create("porteur", body);
        submit(id).statusCode(200).body("slots[0].ends", containsString("2027-03-14T04:30"));
        as("instructeur").post("/api/bookings/{id}/review", id).then().statusCode(200);
        as("instructeur")
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/{id}/approval", id)
                .then()
                .statusCode(200);
        assertEquals(
                "6:30 6:30 5:30 6:30",
                fixtures.one(
                        "select string_agg(to_char(upper(during) - lower(during), 'FMHH24:MI'), ' ' order by during) from occupation where booking_id = :id",
                        "id",
                        id));
    }

    @Test
    void halfASeriesAndTooLongAOneAreNamed() {
        body.remove("endTime");
        named("endTime");
        body.put("endTime", "03:00");
        body.put("lastDay", FIRST.plusYears(4).toString());
        body.put("weekdays", List.of());
        named("lastDay");
        body.put("lastDay", LAST.toString());
        body.put("weekdays", List.of("SUNDAY"));
        body.put("firstDay", "2027-03-28");
        body.put("lastDay", "2027-03-29");
        named("startTime");
        body.put("except", List.of("2027-03-28"));
        named("except");
    }

    @Test
    void theSameKeyWithOtherHoursIsAnotherContent() {
        String key = java.util.UUID.randomUUID().toString();
        Requests.post("porteur", key, body).statusCode(201);
        Requests.post("porteur", key, body).statusCode(201);
        body.put("except", List.of("2027-03-28"));
        Requests.post("porteur", key, body).statusCode(422);
    }

    @Test
    void thePageTellsEachStretchAndTakesTheOnesGivenUp() {
        take(FIRST);
        body.remove("weekdays");
        body.remove("startTime");
        body.remove("endTime");
        int id = Requests.create("porteur", body);
        String page = "/demandes/" + fixtures.one("select reference from booking where id = :id", "id", id) + "/lieu";
        Session owner = new Session(root).signIn("porteur");
        HttpResponse<String> told = place(owner, page);
        assertEquals(400, told.statusCode());
        assertTrue(told.body().contains("except-erreur"), told.body());
        assertTrue(told.body().contains("dimanche 7"), told.body());
        assertTrue(told.body().contains("pris (Espace 1)"), told.body());
        assertTrue(owner.get(page.replace("/lieu", "/envoi")).body().contains("/lieu#except\">Retirer ces créneaux"));
        HttpResponse<String> kept = place(owner, page, "except", "2027-03-07", "except", "2027-03-28");
        assertEquals(303, kept.statusCode(), kept.body());
        String shown = owner.get(page).body();
        assertTrue(shown.contains("name=\"except\" value=\"2027-03-28\" checked"), shown);
        assertFalse(shown.contains("name=\"except\" value=\"2027-03-14\" checked"), shown);
        assertTrue(shown.contains("name=\"weekdays\" value=\"SUNDAY\" checked"), shown);
        assertTrue(shown.contains("value=\"02:00\""), shown);
        submit(id).statusCode(200).body("slots", hasSize(3)).body("fee", equalTo(37.5f));
    }

    private HttpResponse<String> place(Session owner, String page, String... more) {
        String[] fields = {
            "version",
            owner.version(page),
            "spaces",
            place.spaces().getFirst().toString(),
            "firstDay",
            FIRST.toString(),
            "lastDay",
            LAST.toString(),
            "startTime",
            "02:00",
            "endTime",
            "03:00",
            "weekdays",
            "SUNDAY",
            "useClass",
            "NO_REVENUE"
        };
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return owner.submit(page, page, all);
    }

    private void take(LocalDate day) {
        LocalSlot morning = new LocalSlot(day.atStartOfDay(), day.atTime(12, 0));
        long rival = fixtures.inReview(place, occupant, place.spaces(), false, morning.starts(), morning.ends());
        QuarkusTransaction.requiringNew()
                .run(() -> occupation.take(
                        rival,
                        List.of(new Claim(place.spaces().getFirst(), false, List.of(morning.withBuffers(0, 0))))));
    }

    private void named(String field) {
        Requests.post("porteur", java.util.UUID.randomUUID().toString(), body)
                .statusCode(400)
                .body("field", equalTo(field));
    }

    private static ValidatableResponse submit(int id) {
        return as("porteur").post("/api/bookings/{id}/submission", id).then();
    }
}
