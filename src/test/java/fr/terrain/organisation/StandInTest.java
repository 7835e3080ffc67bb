package fr.terrain.organisation;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.booking.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suppléance: the rights of an absent member are the stand-in's on the days that were said, and every act tells whose they are. */
@QuarkusTest
class StandInTest {
    private static final LocalDate FIRST = TestClock.today().plusDays(10);
    private static final LocalDate LAST = TestClock.today().plusDays(12);

    @Inject
    Fixtures fixtures;

    @Inject
    OrganisationRepository organisations;

    @Inject
    AccountRepository accounts;

    private Place place;
    private long grantor;
    private long instructeur;
    private long signataire;

    @BeforeEach
    void aGrantorWithAManager() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
        grantor = place.grantor();
        fixtures.member(grantor, User.ADMIN, "manage_members", "visa");
        instructeur = fixtures.account(User.INSTRUCTEUR);
        signataire = fixtures.account(User.SIGNATAIRE);
    }

    @Test
    void hasTheRightsOnThoseDaysAndOnNoOther() {
        name(instructeur, signataire, FIRST, LAST).statusCode(201);
        assertEquals(
                List.of(false, true, true, false),
                List.of(FIRST.minusDays(1), FIRST, LAST, LAST.plusDays(1)).stream()
                        .map(this::maySignataireInstruct)
                        .toList());
    }

    @Test
    void doesNotManageMembersForAnother() {
        name(fixtures.account(User.ADMIN), signataire, FIRST, LAST).statusCode(201);
        TestClock.travel(FIRST.atTime(12, 0));
        assertEquals(
                java.util.Set.of(Capability.SIGN, Capability.VISA),
                organisations.capabilities(grantor, account(signataire)));
        as("signataire")
                .delete("/api/organisations/" + grantor + "/members/" + instructeur)
                .then()
                .statusCode(403);
    }

    @Test
    void worksOnTheRequestsOfTheAbsentMemberAndTheTrailSaysForWhom() {
        name(instructeur, signataire, FIRST, LAST).statusCode(201);
        int booking = submitted();
        as("signataire")
                .contentType("application/json")
                .post("/api/bookings/" + booking + "/review")
                .then()
                .statusCode(403);
        TestClock.travel(FIRST.atTime(12, 0));
        as("signataire")
                .contentType("application/json")
                .post("/api/bookings/" + booking + "/review")
                .then()
                .statusCode(200);
        as("signataire")
                .get("/api/bookings/" + booking + "/timeline")
                .then()
                .body("find { it.kind == 'TAKE_UP' }.detail.onBehalfOf", equalTo("instructeur"));
    }

    @Test
    void whoHasTheRightAnywayActsForNobody() {
        name(instructeur, signataire, FIRST, LAST).statusCode(201);
        fixtures.member(grantor, User.SIGNATAIRE, "sign", "instruct");
        TestClock.travel(FIRST.atTime(12, 0));
        assertEquals(
                Optional.empty(), organisations.onBehalfOf(grantor, account(signataire), List.of(Capability.INSTRUCT)));
        assertTrue(organisations
                .onBehalfOf(grantor, account(signataire), List.of(Capability.INSTRUCT, Capability.DECIDE))
                .isPresent());
    }

    @Test
    void theQueueOfTheAbsentMemberIsTheStandIns() {
        fixtures.member(grantor, User.PARTENAIRE);
        long partenaire = fixtures.account(User.PARTENAIRE);
        name(instructeur, partenaire, FIRST, LAST).statusCode(201);
        int booking = submitted();
        as("partenaire").get("/api/bookings/" + booking).then().statusCode(404);
        TestClock.travel(LAST.atTime(23, 59));
        as("partenaire").get("/api/bookings/" + booking).then().statusCode(200);
        TestClock.travel(LAST.plusDays(1).atStartOfDay());
        as("partenaire").get("/api/bookings/" + booking).then().statusCode(404);
    }

    @Test
    void noOverlapNoChainNoSelfNoPast() {
        long juriste = fixtures.account(User.JURISTE);
        name(instructeur, instructeur, FIRST, LAST).statusCode(400);
        name(instructeur, fixtures.account(User.PORTEUSE), FIRST, LAST)
                .statusCode(409)
                .body("type", equalTo("/problemes/not-both-members"));
        name(instructeur, signataire, TestClock.today().minusDays(1), LAST)
                .statusCode(400)
                .body("field", equalTo("firstDay"));
        name(instructeur, signataire, LAST, FIRST).statusCode(400).body("field", equalTo("lastDay"));
        name(instructeur, signataire, FIRST, FIRST.plusDays(StandIns.LONGEST_DAYS))
                .statusCode(400);
        name(instructeur, signataire, FIRST, LAST).statusCode(201);
        name(instructeur, juriste, LAST, LAST.plusDays(3))
                .statusCode(409)
                .body("type", equalTo("/problemes/stand-in-overlaps"));
        name(signataire, juriste, LAST, LAST.plusDays(3))
                .statusCode(409)
                .body("type", equalTo("/problemes/stand-in-chain"));
        name(juriste, instructeur, FIRST.minusDays(3), FIRST)
                .statusCode(409)
                .body("type", equalTo("/problemes/stand-in-chain"));
        name(juriste, signataire, FIRST, LAST).statusCode(201);
        name(signataire, juriste, LAST.plusDays(1), LAST.plusDays(3)).statusCode(201);
    }

    @Test
    void endsAtOnceAndOnlyByAManager() {
        int id = name(instructeur, signataire, FIRST, LAST).extract().path("id");
        String one = "/api/organisations/" + grantor + "/stand-ins/" + id;
        as("signataire").delete(one).then().statusCode(403);
        as("porteuse").delete(one).then().statusCode(404);
        TestClock.travel(LAST.atTime(12, 0));
        assertTrue(organisations.capabilities(grantor, account(signataire)).contains(Capability.INSTRUCT));
        as("admin").delete(one).then().statusCode(204);
        assertEquals(java.util.Set.of(Capability.SIGN), organisations.capabilities(grantor, account(signataire)));
        as("admin").delete(one).then().statusCode(404);
    }

    private boolean maySignataireInstruct(LocalDate day) {
        TestClock.travel(day.atTime(12, 0));
        return organisations.capabilities(grantor, account(signataire)).contains(Capability.INSTRUCT);
    }

    private int submitted() {
        long occupant = fixtures.occupant(User.PORTEUR);
        LocalDate start = TestClock.today().plusDays(60);
        int booking = Requests.create("porteur", Requests.body(place, occupant, start, start.plusDays(5)));
        as("porteur")
                .contentType("application/json")
                .post("/api/bookings/" + booking + "/submission")
                .then()
                .statusCode(200);
        return booking;
    }

    private ValidatableResponse name(long absent, long standIn, LocalDate first, LocalDate last) {
        return as("admin")
                .contentType("application/json")
                .body("{\"absent\": %d, \"standIn\": %d, \"firstDay\": \"%s\", \"lastDay\": \"%s\"}"
                        .formatted(absent, standIn, first, last))
                .post("/api/organisations/" + grantor + "/stand-ins")
                .then();
    }

    private Account account(long id) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> accounts.findById(id));
    }
}
