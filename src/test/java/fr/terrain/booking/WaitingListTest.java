package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.deadline.DeadlineJob;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits is offered what gets free, in the order of receipt; what is held lapses by the clock of the application. */
@QuarkusTest
class WaitingListTest {
    private static final LocalDate START = TestClock.today().plusDays(90);

    @Inject
    Fixtures fixtures;

    @Inject
    DeadlineJob job;

    private Place place;
    private long porteur;
    private long porteuse;
    private int won;
    private int second;
    private int third;

    @BeforeEach
    void threeWantTheSame() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
        porteur = fixtures.occupant(User.PORTEUR);
        porteuse = fixtures.occupant(User.PORTEUSE);
        won = inReview("porteur", porteur, START, 5);
        second = inReview("porteuse", porteuse, START.plusDays(2), 5);
        third = inReview("porteur", porteur, START.plusDays(1), 3);
    }

    @Test
    void agreeingToOneLetsTheOthersWait() {
        approve(won, List.of(second)).statusCode(200);
        waiting("porteuse", second).body("position", is(1)).body("of", is(1)).body("offer", nullValue());
        waiting("porteur", third).body("position", nullValue());
        assertEquals("IN_REVIEW", status(second));
        post("instructeur", third, "waiting-list", "").statusCode(200);
        waiting("porteur", third).body("position", is(2)).body("of", is(2));
        post("instructeur", third, "waiting-list", "").statusCode(409);
    }

    @Test
    void onlyRivalsWait() {
        int elsewhere = inReview("porteuse", porteuse, START.plusDays(40), 3);
        approve(won, List.of(elsewhere)).statusCode(400).body("field", is("waitingList"));
        assertEquals("IN_REVIEW", status(won));
        assertEquals(0L, rows(won));
    }

    @Test
    void nothingIsAgreedToWhenARivalCannotWait() {
        post("instructeur", second, "waiting-list", "").statusCode(200);
        approve(won, List.of(second)).statusCode(409);
        assertEquals("IN_REVIEW", status(won));
        assertEquals(0L, rows(won));
    }

    @Test
    void whatGetsFreeIsOfferedInTheOrderOfReceipt() {
        approve(won, List.of(second, third)).statusCode(200);
        post("porteur", won, "withdrawal", "{}").statusCode(200);
        job.run();
        waiting("porteuse", second)
                .body("offer.firstDay", is(START.plusDays(2).toString()))
                .body("offer.lastDay", is(START.plusDays(7).toString()));
        waiting("porteur", third).body("offer", nullValue()).body("position", is(2));
        assertEquals(1L, rows(second));
        post("porteuse", second, "offer-refusal", "{\"reason\": \"Autre lieu.\"}")
                .statusCode(200);
        waiting("porteuse", second).body("offer", nullValue()).body("position", nullValue());
        job.run();
        waiting("porteur", third).body("offer.firstDay", is(START.plusDays(1).toString()));
        assertEquals(0L, rows(second));
        assertEquals(1L, rows(third));
    }

    @Test
    void whatGetsFreeWhereNothingIsOfferedAnyMoreIsOfferedToNobody() {
        approve(won, List.of(second)).statusCode(200);
        fixtures.run("update site set state = 'ARCHIVED' where id = :site", "site", place.site());
        post("porteur", won, "withdrawal", "{}").statusCode(200);
        job.run();
        waiting("porteuse", second).body("offer", nullValue()).body("position", is(1));
        assertEquals("FIRED", vacancy());
    }

    @Test
    void whatGetsFreeTooLateIsOfferedToNobody() {
        approve(won, List.of(second)).statusCode(200);
        post("porteur", won, "withdrawal", "{}").statusCode(200);
        TestClock.travel(Duration.ofDays(92));
        job.run();
        waiting("porteuse", second).body("offer", nullValue());
        assertEquals("FIRED", vacancy());
    }

    private Object vacancy() {
        return fixtures.one("select outcome from deadline where subject_id = :id and kind = 'VACANCY'", "id", won);
    }

    @Test
    void anOfferThatNobodyAnswersGoesToTheNext() {
        approve(won, List.of(second, third)).statusCode(200);
        post("porteur", won, "withdrawal", "{}").statusCode(200);
        job.run();
        TestClock.travel(Duration.ofDays(9));
        post("porteuse", second, "offer-acceptance", "").statusCode(409);
        job.run();
        job.run();
        waiting("porteuse", second).body("offer", nullValue()).body("position", nullValue());
        waiting("porteur", third).body("offer.firstDay", is(START.plusDays(1).toString()));
        timeline(second).body("kind", hasItems("OFFER_SLOT", "LAPSE_OFFER"));
    }

    @Test
    void anotherSlotIsOfferedAndTakenUp() {
        approve(won, List.of(second)).statusCode(200);
        String days = "{\"firstDay\": \"%s\", \"lastDay\": \"%s\"}".formatted(START.plusDays(10), START.plusDays(15));
        post("porteuse", second, "offer", days).statusCode(403);
        post("instructeur", second, "offer", days).statusCode(200);
        post("instructeur", second, "offer", days).statusCode(409);
        assertEquals(1L, rows(second));
        post("porteur", second, "offer-acceptance", "").statusCode(404);
        post("porteuse", second, "offer-acceptance", "")
                .statusCode(200)
                .body("slots[0].starts", is(START.plusDays(10) + "T00:00:00"))
                .body("status", is("IN_REVIEW"));
        waiting("porteuse", second).body("position", nullValue()).body("offer", nullValue());
        assertEquals(1L, rows(second));
        approve(second, List.of()).statusCode(200);
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from occupation where booking_id = :id and kind = 'BOOKING'", "id", second));
    }

    @Test
    void whatIsTakenIsNotOffered() {
        approve(won, List.of(second)).statusCode(200);
        String taken = "{\"firstDay\": \"%s\", \"lastDay\": \"%s\"}".formatted(START, START.plusDays(2));
        post("instructeur", second, "offer", taken).statusCode(409).body("collisions.size()", is(1));
        waiting("porteuse", second).body("offer", nullValue());
    }

    @Test
    void anOfferEndsBeforeItsDays() {
        for (String wrong : List.of(
                "{}",
                "{\"firstDay\": \"2026-01-01\", \"lastDay\": \"2026-01-02\"}",
                "{\"firstDay\": \"%s\", \"lastDay\": \"%s\", \"answerBy\": \"%s\"}"
                        .formatted(START.plusDays(20), START.plusDays(22), START.plusDays(20)),
                "{\"firstDay\": \"%s\", \"lastDay\": \"%s\", \"answerBy\": \"2026-11-30\"}"
                        .formatted(START.plusDays(20), START.plusDays(22))))
            post("instructeur", second, "offer", wrong)
                    .statusCode(409)
                    .body("fields.size()", is(org.hamcrest.Matchers.greaterThan(0)));
    }

    @Test
    void anOptionKeepsTheDatesUntilItsDay() {
        String until = "{\"until\": \"%s\"}".formatted(TestClock.today().plusDays(10));
        post("porteuse", second, "option", until).statusCode(403);
        post("instructeur", second, "option", until).statusCode(200);
        waiting("porteuse", second).body("optionUntil", org.hamcrest.Matchers.notNullValue());
        approve(won, List.of()).statusCode(409).body("collisions[0].kind", is("HOLD"));
        TestClock.travel(Duration.ofDays(11));
        approve(won, List.of()).statusCode(200);
        job.run();
        timeline(second).body("kind", hasItems("PLACE_OPTION", "RELEASE_OPTION"));
        waiting("porteuse", second).body("optionUntil", nullValue());
    }

    @Test
    void anOptionIsGivenBack() {
        String until = "{\"until\": \"%s\"}".formatted(TestClock.today().plusDays(10));
        post("instructeur", second, "option-release", "").statusCode(409);
        post("instructeur", second, "option", until).statusCode(200);
        post("instructeur", second, "option-release", "").statusCode(200);
        assertEquals(0L, rows(second));
        post(
                        "instructeur",
                        second,
                        "option",
                        "{\"until\": \"%s\"}".formatted(TestClock.today().plusDays(61)))
                .statusCode(409);
        post("instructeur", second, "option", "{}").statusCode(409);
    }

    @Test
    void aRefusalGivesBackWhatWasKept() {
        String until = "{\"until\": \"%s\"}".formatted(TestClock.today().plusDays(10));
        post("instructeur", second, "option", until).statusCode(200);
        post("instructeur", second, "refusal", Requests.REFUSED).statusCode(200);
        assertEquals(0L, rows(second));
        approve(won, List.of()).statusCode(200);
    }

    @Test
    void whoOwnsTheRequestLeavesTheList() {
        approve(won, List.of(second)).statusCode(200);
        post("porteuse", second, "waiting-list-exit", "{}").statusCode(200);
        post("porteuse", second, "waiting-list-exit", "{}").statusCode(409);
        post("porteur", won, "withdrawal", "{}").statusCode(200);
        job.run();
        waiting("porteuse", second).body("offer", nullValue());
    }

    private int inReview(String user, long organisation, LocalDate first, int days) {
        int booking = Requests.create(user, Requests.body(place, organisation, first, first.plusDays(days)));
        post(user, booking, "submission", "").statusCode(200);
        post("instructeur", booking, "review", "").statusCode(200);
        return booking;
    }

    private static ValidatableResponse approve(int booking, List<Integer> waiting) {
        return post(
                "instructeur",
                booking,
                "approval",
                Requests.AGREED.strip().replaceFirst("}$", ", \"waitingList\": " + waiting + "}"));
    }

    private static ValidatableResponse post(String user, int booking, String verb, String body) {
        var request = as(user);
        if (!body.isEmpty()) request = request.contentType("application/json").body(body);
        return request.post("/api/bookings/" + booking + "/" + verb).then();
    }

    private static ValidatableResponse waiting(String user, int booking) {
        return as(user).get("/api/bookings/" + booking + "/waiting-list").then().statusCode(200);
    }

    private static ValidatableResponse timeline(int booking) {
        return as("instructeur")
                .get("/api/bookings/" + booking + "/timeline")
                .then()
                .statusCode(200);
    }

    private String status(int booking) {
        return (String) fixtures.one("select status from booking where id = :id", "id", booking);
    }

    private Object rows(int booking) {
        return fixtures.one("select count(*) from occupation where booking_id = :id", "id", booking);
    }
}
