package fr.terrain.convention;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Session;
import fr.terrain.booking.BookingTrail;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConventionApiTest {
    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    AgreedBookings bookings;

    @Inject
    BookingTrail trail;

    private long occupant;
    private long booking;

    @BeforeEach
    void anAgreedBooking() {
        AgreedBookings.Agreed agreed = bookings.next();
        occupant = agreed.occupant();
        booking = agreed.id();
    }

    @Test
    void leavesWithASignedConvention() throws Exception {
        String number = issue().getString("number");
        byte[] pdf = as("porteur")
                .get("/api/conventions/{number}.pdf", number)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        sign("porteur", number, hash)
                .statusCode(200)
                .body("state", equalTo("ISSUED"))
                .body("signatures", hasSize(1));
        sign("porteur", number, hash).statusCode(200).body("signatures", hasSize(1));
        sign("signataire", number, hash)
                .statusCode(200)
                .body("state", equalTo("SIGNED"))
                .body("signatures", hasSize(2));
        as("porteur").get("/api/bookings/{id}", booking).then().body("status", equalTo("SIGNED"));
        given().get("/api/conventions/{number}/verification", number)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(hash))
                .body("state", equalTo("SIGNED"))
                .body("signedAt", hasSize(2));
        assertTrue(trail.isWhole(booking));
    }

    @Test
    void aPartySignsOnlyTheVersionThatWasIssued() {
        String number = issue().getString("number");
        sign("porteur", number, "00".repeat(32)).statusCode(409).body("type", equalTo("/problemes/other-version"));
        as("porteur")
                .contentType("application/json")
                .body(Map.of("sha256", hash(number), "consent", false))
                .post("/api/conventions/{number}/signatures", number)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/no-consent"));
        sign("instructeur", number, hash(number)).statusCode(403).body("type", equalTo("/problemes/not-a-signatory"));
    }

    @Test
    void whoIsNoPartyDoesNotFindIt() {
        String number = issue().getString("number");
        as("porteuse").get("/api/conventions/{number}", number).then().statusCode(404);
        as("porteuse").get("/api/conventions/{number}.pdf", number).then().statusCode(404);
        sign("porteuse", number, hash(number)).statusCode(404);
    }

    @Test
    void onlyTheLegalTeamIssuesAndOnlyOnce() {
        as("instructeur").post("/api/bookings/{id}/conventions", booking).then().statusCode(403);
        issue();
        as("juriste")
                .post("/api/bookings/{id}/conventions", booking)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/not-now"));
    }

    @Test
    void nothingIsIssuedToWhoIsNotVerifiedAndTheNumberStaysFree() {
        fixtures.run("update organisation set verified_at = null where id = :id", "id", occupant);
        Object before = last();
        as("juriste")
                .post("/api/bookings/{id}/conventions", booking)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/not-verified"));
        fixtures.run(
                "update project set purpose = :bad where id = (select project_id from booking where id = :id)",
                "id",
                booking,
                "bad",
                "Essai 中");
        fixtures.run("update organisation set verified_at = now() where id = :id", "id", occupant);
        as("juriste")
                .post("/api/bookings/{id}/conventions", booking)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/incomplete-convention"));
        assertEquals(before, last());
        as("porteur").get("/api/bookings/{id}", booking).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void aSignatureIsToldWithThePartyItWasGivenFor() {
        long owner = fixtures.occupant(Fixtures.User.SIGNATAIRE);
        fixtures.run(
                "insert into party (booking_id, organisation_id, role, must_sign) values (:id, :owner, 'OWNER', true)",
                "id",
                booking,
                "owner",
                owner);
        Object name = fixtures.one("select name from organisation where id = :id", "id", owner);
        String number = issue().getString("number");
        sign("porteur", number, hash(number)).statusCode(200);
        for (String role : List.of("OWNER", "GRANTOR"))
            as("signataire")
                    .contentType("application/json")
                    .body(Map.of(
                            "sha256",
                            hash(number),
                            "consent",
                            true,
                            "party",
                            fixtures.one(
                                    "select id from party where booking_id = :id and role = :role",
                                    "id",
                                    booking,
                                    "role",
                                    role)))
                    .post("/api/conventions/{number}/signatures", number)
                    .then()
                    .statusCode(200);
        as("signataire")
                .get("/api/bookings/{id}/timeline", booking)
                .then()
                .body("findAll { it.kind in ['SIGN', 'CONCLUDE'] }.role", contains("OCCUPANT", "OWNER", "GRANTOR"))
                .body("find { it.role == 'OWNER' }.organisation", equalTo(name));
        Object reference = fixtures.one("select reference from booking where id = :id", "id", booking);
        assertTrue(new Session(root)
                .signIn("porteur")
                .get("/mes-demandes/" + reference)
                .body()
                .contains("Par " + name + "."));
        assertTrue(trail.isWhole(booking));
    }

    private Object last() {
        return fixtures.one("select coalesce(max(last), 0) from document_counter");
    }

    private io.restassured.path.json.JsonPath issue() {
        return as("juriste")
                .post("/api/bookings/{id}/conventions", booking)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String hash(String number) {
        return given().get("/api/conventions/{number}/verification", number).path("sha256");
    }

    private static ValidatableResponse sign(String user, String number, String hash) {
        return as(user).contentType("application/json")
                .body(Map.of("sha256", hash, "consent", true))
                .post("/api/conventions/{number}/signatures", number)
                .then();
    }
}
