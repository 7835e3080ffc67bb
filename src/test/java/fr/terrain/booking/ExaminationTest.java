package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Examined.asked;
import static fr.terrain.booking.Examined.get;
import static fr.terrain.booking.Examined.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.booking.Examined.Request;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examination over JSON: who is in charge, who is competent, who has seen it, and what each of them refuses. */
@QuarkusTest
class ExaminationTest {
    private static final String OFFICER = "select officer_id from booking where id = :id";

    @Inject
    Fixtures fixtures;

    @Inject
    Examined examined;

    @Inject
    BookingTrail trail;

    @Test
    void aColleagueWhoInstructsIsPutInCharge() {
        Request request = examined.next();
        examined.colleague(request, User.ADMIN, "instruct");
        long admin = fixtures.account(User.ADMIN);
        as("instructeur")
                .get("/api/bookings/{id}/assignment", request.id())
                .then()
                .statusCode(200)
                .body("officer", equalTo((int) fixtures.account(User.INSTRUCTEUR)))
                .body("candidates.id", hasItem((int) admin));
        post("instructeur", request, "assignment", Map.of("officer", admin, "reason", "Congés."))
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"));
        assertEquals(admin, fixtures.one(OFFICER, "id", request.id()));
        as("instructeur")
                .get("/api/bookings/{id}/timeline", request.id())
                .then()
                .body("find { it.kind == 'REASSIGN' }.detail.officer", equalTo("admin"))
                .body("find { it.kind == 'REASSIGN' }.detail.reason", equalTo("Congés."));
        as("porteur")
                .get("/api/bookings/{id}/timeline", request.id())
                .then()
                .body("find { it.kind == 'REASSIGN' }.detail", equalTo(Map.of()))
                .body("find { it.kind == 'REASSIGN' }.who", not(equalTo("instructeur")));
        assertTrue(trail.isWhole(request.id()));
    }

    @Test
    void onlyWhoInstructsThereMayBeInChargeAndNotTwice() {
        Request request = examined.next();
        examined.colleague(request, User.PORTEUSE, "sign");
        for (User wrong : List.of(User.JURISTE, User.PORTEUSE, User.PARTENAIRE, User.INSTRUCTEUR))
            post("instructeur", request, "assignment", Map.of("officer", fixtures.account(wrong)))
                    .statusCode(409)
                    .body("type", equalTo("/problemes/not-an-officer"));
        post("instructeur", request, "assignment", Map.of()).statusCode(400);
        post("instructeur", request, "assignment", Map.of("officer", 1, "reason", "a".repeat(2001)))
                .statusCode(400)
                .body("field", equalTo("reason"));
        post("juriste", request, "assignment", Map.of("officer", fixtures.account(User.JURISTE)))
                .statusCode(403);
        as("juriste").get("/api/bookings/{id}/assignment", request.id()).then().statusCode(403);
    }

    @Test
    void theVersionThatWasReadIsTheOneThatIsActedOn() {
        Request request = examined.next();
        as("instructeur")
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(asked(false, "DATES"))
                .post("/api/bookings/{id}/change-request", request.id())
                .then()
                .statusCode(412);
        String tag = as("instructeur").get("/api/bookings/{id}", request.id()).header("ETag");
        as("instructeur")
                .header("If-Match", tag)
                .contentType("application/json")
                .body(asked(false, "DATES"))
                .post("/api/bookings/{id}/change-request", request.id())
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
    }

    @Test
    void theCompetentBodyGetsTheRequestAndTheFormerOneSeesItNoMore() {
        Request request = examined.next();
        Place competent = examined.elsewhere();
        Object due = fixtures.one(
                "select due_at from deadline where subject_id = :id and kind = 'SILENCE'", "id", request.id());
        fixtures.run(
                "insert into occupation (space_id, kind, booking_id, hold_until, hold_reason, lanes, during) "
                        + "values (:space, 'HOLD', :id, '2030-01-01', 'OPTION', '[1,2)', '[2029-01-01,2029-01-02)')",
                "space",
                request.place().spaces().getFirst(),
                "id",
                request.id());
        TestClock.travel(java.time.Duration.ofDays(3));
        post("instructeur", request, "forwarding", to(competent.grantor()))
                .statusCode(200)
                .body("status", equalTo("IN_REVIEW"));
        get("instructeur", request).statusCode(404);
        get("partenaire", request).statusCode(200).body("canDo", hasItem("REASSIGN"));
        assertEquals(null, fixtures.one(OFFICER, "id", request.id()));
        assertEquals(0L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", request.id()));
        assertEquals(
                due,
                fixtures.one(
                        "select due_at from deadline where subject_id = :id and kind = 'SILENCE' and done_at is null",
                        "id",
                        request.id()));
        String former = (String) fixtures.one(
                "select name from organisation where id = :id",
                "id",
                request.place().grantor());
        String present =
                (String) fixtures.one("select name from organisation where id = :id", "id", competent.grantor());
        as("porteur")
                .get("/api/bookings/{id}/timeline", request.id())
                .then()
                .body("find { it.kind == 'FORWARD' }.detail.toOrganisation", equalTo(present))
                .body("find { it.kind == 'FORWARD' }.detail.reason", containsString("relève du port"))
                .body("find { it.kind == 'FORWARD' }.who", equalTo(former))
                .body("find { it.kind == 'TAKE_UP' }.who", equalTo(former));
        assertTrue(trail.isWhole(request.id()));
    }

    @Test
    void whatIsNotCompetentGetsNothing() {
        Request request = examined.next();
        long unverified = examined.elsewhere().grantor();
        fixtures.run("update organisation set verified_at = null where id = :id", "id", unverified);
        long withoutOfficer = examined.elsewhere().grantor();
        fixtures.member(withoutOfficer, User.PARTENAIRE, "manage_members");
        long grantsNothing = fixtures.occupant(User.PORTEUSE);
        fixtures.member(grantsNothing, User.PARTENAIRE, "instruct", "manage_members");
        for (long wrong : List.of(
                unverified, withoutOfficer, grantsNothing, request.place().grantor(), request.occupant(), 999_999_999L))
            post("instructeur", request, "forwarding", to(wrong))
                    .statusCode(409)
                    .body("type", equalTo("/problemes/not-competent"));
        post("instructeur", request, "forwarding", Map.of("organisation", unverified, "reason", "Court"))
                .statusCode(400)
                .body("field", equalTo("reason"));
        get("instructeur", request).statusCode(200);
    }

    @Test
    void aPartOfTheSiteMakesCompetent() {
        Request request = examined.next();
        long owner = fixtures.occupant(User.PORTEUSE);
        fixtures.member(owner, User.PARTENAIRE, "instruct", "manage_members");
        fixtures.run(
                "insert into site_party (site_id, organisation_id, role) values (:site, :owner, 'OWNER')",
                "site",
                request.place().site(),
                "owner",
                owner);
        as("instructeur")
                .get("/api/bookings/{id}/forwarding", request.id())
                .then()
                .statusCode(200)
                .body("[0].id", equalTo((int) owner));
        post("instructeur", request, "forwarding", to(owner)).statusCode(200);
        get("partenaire", request).statusCode(200);
        assertEquals(
                0L,
                fixtures.one(
                        "select count(*) from deadline where subject_id = :id and kind = 'SILENCE' and done_at is null",
                        "id",
                        request.id()),
                "a private body's silence refuses nothing");
    }

    @Test
    void nothingIsAgreedBeforeItsVisa() {
        Request request = examined.next();
        examined.wantVisa(request);
        examined.colleague(request, User.ADMIN, "visa");
        get("instructeur", request).body("canDo", not(hasItem("APPROVE"))).body("canDo", hasItem("REFUSE"));
        as("instructeur")
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/{id}/approval", request.id())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/visa-missing"));
        get("admin", request).body("canDo", contains("GIVE_VISA"));
        post("admin", request, "visa", Map.of("note", "Vu, sans réserve.")).statusCode(200);
        post("admin", request, "visa", Map.of()).statusCode(409).body("type", equalTo("/problemes/visa-not-awaited"));
        as("porteur")
                .get("/api/bookings/{id}/timeline", request.id())
                .then()
                .body("find { it.kind == 'GIVE_VISA' }.detail.note", nullValue());
        as("instructeur")
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/{id}/approval", request.id())
                .then()
                .statusCode(200);
    }

    @Test
    void whoIsInChargeSeesNothingInThePlaceOfTheHierarchy() {
        Request request = examined.next();
        examined.wantVisa(request);
        examined.colleague(request, User.INSTRUCTEUR, "instruct", "decide", "visa");
        get("instructeur", request).body("canDo", not(hasItem("GIVE_VISA")));
        post("instructeur", request, "visa", Map.of()).statusCode(403);
        examined.colleague(request, User.ADMIN, "instruct", "visa");
        post("admin", request, "visa", Map.of()).statusCode(200);
        post("instructeur", request, "assignment", Map.of("officer", fixtures.account(User.ADMIN)))
                .statusCode(200);
        assertEquals(1L, lapsed(request), "who saw it is in charge now");
    }

    @Test
    void whereNoneIsWantedThereIsNoVisaToGive() {
        Request request = examined.next();
        examined.colleague(request, User.ADMIN, "visa");
        get("admin", request).body("canDo", not(hasItem("GIVE_VISA")));
        post("admin", request, "visa", Map.of()).statusCode(409).body("type", equalTo("/problemes/visa-not-awaited"));
        post("admin", request, "visa", Map.of("note", "a".repeat(2001))).statusCode(400);
    }

    @Test
    void aVisaLapsesWhenWhatWasSeenChanges() {
        Request request = examined.next();
        examined.wantVisa(request);
        examined.colleague(request, User.ADMIN, "visa");
        post("admin", request, "visa", Map.of()).statusCode(200);
        examined.ask(request, false, "NEEDS");
        assertEquals(1L, lapsed(request));
        post("porteur", request, "resubmission", Map.of("needs", "Une prise de courant."))
                .statusCode(200);
        post("admin", request, "visa", Map.of()).statusCode(200);
        Place competent = examined.elsewhere();
        post("instructeur", request, "forwarding", to(competent.grantor())).statusCode(200);
        assertEquals(2L, lapsed(request));
    }

    private long lapsed(Request request) {
        return (long) fixtures.one(
                "select count(*) from visa where booking_id = :id and lapsed_at is not null", "id", request.id());
    }

    private static Map<String, Object> to(long organisation) {
        return Map.of("organisation", organisation, "reason", "Ce quai relève du port, qui l’accorde.");
    }
}
