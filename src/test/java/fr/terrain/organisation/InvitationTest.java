package fr.terrain.organisation;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invitations: the link of the mail serves once, within a fortnight, and is written nowhere. */
@QuarkusTest
class InvitationTest {
    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Invitations invitations;

    private long organisation;
    private String path;

    @BeforeEach
    void anOrganisation() {
        organisation = fixtures.occupant(User.PORTEUR);
        path = "/api/organisations/" + organisation + "/invitations";
    }

    @Test
    void theMailHasALinkThatMakesAMember() {
        int id = invite("a@example.org").statusCode(201).extract().path("id");
        Invitations.Mail mail = mail(id);
        assertEquals("a@example.org", mail.email());
        assertTrue(mail.path().matches("/invitations/[A-Za-z0-9_-]{43}"), mail::path);
        accept("porteuse", mail).statusCode(200).body("id", equalTo((int) organisation));
        as("porteuse")
                .get("/api/organisations/" + organisation + "/members")
                .then()
                .body("find { it.account == " + fixtures.account(User.PORTEUSE) + " }.capabilities", hasItem("SIGN"));
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from organisation_event where organisation_id = :id and kind = 'JOINED'",
                        "id",
                        organisation));
    }

    @Test
    void endsWithThePowersOfWhoInvited() {
        fixtures.member(organisation, User.JURISTE, "manage_members");
        Invitations.Mail kept = mail(invite("a@example.org").extract().path("id"));
        Invitations.Mail first =
                mail(post("juriste", "b@example.org").statusCode(201).extract().path("id"));
        as("porteur")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"capabilities\": [\"SIGN\"]}")
                .put("/api/organisations/" + organisation + "/members/" + fixtures.account(User.JURISTE))
                .then()
                .statusCode(200);
        accept("porteuse", first).statusCode(409).body("type", equalTo("/problemes/invitation-revoked"));
        fixtures.member(organisation, User.JURISTE, "manage_members");
        Invitations.Mail second =
                mail(post("juriste", "b@example.org").statusCode(201).extract().path("id"));
        as("porteur")
                .delete("/api/organisations/" + organisation + "/members/" + fixtures.account(User.JURISTE))
                .then()
                .statusCode(204);
        accept("porteuse", second).statusCode(409).body("type", equalTo("/problemes/invitation-revoked"));
        assertEquals(
                2L,
                fixtures.one(
                        "select count(*) from organisation_event where organisation_id = :id and kind = 'INVITATION_REVOKED'",
                        "id",
                        organisation));
        accept("porteuse", kept).statusCode(200);
    }

    @Test
    void onlyTheHashOfTheLinkIsKept() {
        int id = invite("a@example.org").extract().path("id");
        String token = token(mail(id));
        assertEquals(
                0L,
                fixtures.one(
                        "select count(*) from invitation i where cast(to_jsonb(i) as text) like '%' || :token || '%'",
                        "token", token));
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from invitation where token_hash = sha256(convert_to(:token, 'UTF8'))",
                        "token",
                        token));
    }

    @Test
    void aLinkServesOnce() {
        Invitations.Mail mail = mail(invite("a@example.org").extract().path("id"));
        accept("porteuse", mail).statusCode(200);
        accept("juriste", mail).statusCode(409).body("type", equalTo("/problemes/invitation-used"));
        accept("porteuse", mail).statusCode(409).body("type", equalTo("/problemes/invitation-used"));
        as("juriste").get("/api/organisations/" + organisation).then().statusCode(404);
    }

    @Test
    void aLinkIsGoodForFourteenDaysAndNotADayMore() {
        int id = invite("a@example.org").extract().path("id");
        String token = token(mail(id));
        TestClock.travel(Duration.ofDays(14));
        accept("porteuse", token).statusCode(409).body("type", equalTo("/problemes/invitation-expired"));
        assertTrue(invitations.findForMail(event(id)).isEmpty());
        TestClock.travel(Duration.ofMinutes(-1));
        accept("porteuse", token).statusCode(200);
    }

    @Test
    void aRevokedLinkLeadsNowhere() {
        int id = invite("a@example.org").extract().path("id");
        Invitations.Mail mail = mail(id);
        as("porteur").delete(path + "/" + id).then().statusCode(204);
        accept("porteuse", mail).statusCode(409).body("type", equalTo("/problemes/invitation-revoked"));
        assertTrue(invitations.findForMail(event(id)).isEmpty());
        as("porteur").delete(path + "/" + id).then().statusCode(404);
    }

    @Test
    void sendingAgainMakesAnotherLinkAndTheFirstIsNone() {
        int id = invite("a@example.org").extract().path("id");
        String first = token(mail(id));
        TestClock.travel(Duration.ofDays(20));
        as("porteur")
                .contentType("application/json")
                .post(path + "/" + id + "/renewal")
                .then()
                .statusCode(200);
        String second = token(mail(id));
        assertNotEquals(first, second);
        accept("porteuse", first).statusCode(404);
        accept("porteuse", second).statusCode(200);
    }

    @Test
    void aForgedLinkIsUnknown() {
        accept("porteuse", "A".repeat(43)).statusCode(404);
        accept("porteuse", "court").statusCode(404);
        assertEquals(
                404, new Session(root).get("/invitations/" + "A".repeat(43)).statusCode());
    }

    @Test
    void whoIsAMemberAlreadyDoesNotUseTheLinkUp() {
        Invitations.Mail mail = mail(invite("a@example.org").extract().path("id"));
        accept("porteur", mail).statusCode(409).body("type", equalTo("/problemes/already-member"));
        accept("porteuse", mail).statusCode(200);
    }

    @Test
    void anAddressIsInvitedOnceAtATimeAndNotWithoutMeasure() {
        invite("a@example.org").statusCode(201);
        invite("A@example.org").statusCode(409).body("type", equalTo("/problemes/already-invited"));
        for (int i = 1; i < Invitations.MOST; i++)
            invite("b" + i + "@example.org").statusCode(201);
        invite("c@example.org").statusCode(409).body("type", equalTo("/problemes/too-many-invitations"));
        TestClock.travel(Duration.ofDays(15));
        invite("c@example.org").statusCode(201);
        invite("a@example.org").statusCode(201);
    }

    @Test
    void onlyAManagerInvites() {
        fixtures.member(organisation, User.JURISTE, "sign");
        int id = invite("a@example.org").extract().path("id");
        post("juriste", "b@example.org").statusCode(403);
        post("porteuse", "b@example.org").statusCode(404);
        as("juriste")
                .contentType("application/json")
                .post(path + "/" + id + "/renewal")
                .then()
                .statusCode(403);
        as("juriste").delete(path + "/" + id).then().statusCode(403);
        as("porteuse").delete(path + "/" + id).then().statusCode(404);
        post("porteur", "sans arobase").statusCode(400).body("field", equalTo("email"));
        post("porteur", null).statusCode(400).body("field", equalTo("email"));
    }

    @Test
    void thePageSaysWhoInvitesAndAsksToSignIn() {
        Invitations.Mail mail = mail(invite("a@example.org").extract().path("id"));
        HttpResponse<String> seen = new Session(root).get(mail.path());
        assertEquals(200, seen.statusCode());
        assertTrue(seen.body().contains(mail.organisation()), seen::body);
        assertTrue(seen.body().contains("Se connecter pour accepter"), seen::body);
        assertFalse(seen.body().contains("Rejoindre l’organisation"), seen::body);
        assertEquals(302, new Session(root).call("POST", mail.path()).statusCode());
        Session guest = new Session(root).signIn("porteuse");
        HttpResponse<String> joined = guest.submit(mail.path(), mail.path());
        assertEquals(
                "/mes-organisations/" + organisation,
                URI.create(joined.headers().firstValue("Location").orElseThrow())
                        .getPath());
        HttpResponse<String> again = guest.get(mail.path());
        assertEquals(409, again.statusCode());
        assertTrue(again.body().contains("Cette invitation a déjà servi"), again::body);
    }

    private ValidatableResponse invite(String email) {
        return post("porteur", email);
    }

    private ValidatableResponse post(String user, String email) {
        String address = email == null ? "null" : "\"" + email + "\"";
        return as(user).contentType("application/json")
                .body("{\"email\": " + address + ", \"capabilities\": [\"SIGN\"]}")
                .post(path)
                .then();
    }

    private static ValidatableResponse accept(String user, Invitations.Mail mail) {
        return accept(user, token(mail));
    }

    private static ValidatableResponse accept(String user, String token) {
        return as(user).contentType("application/json")
                .post("/api/invitations/" + token + "/acceptance")
                .then();
    }

    private static String token(Invitations.Mail mail) {
        return mail.path().substring("/invitations/".length());
    }

    private Invitations.Mail mail(int invitation) {
        return invitations.findForMail(event(invitation)).orElseThrow();
    }

    private long event(int invitation) {
        return ((Number) fixtures.one(
                        "select max(id) from organisation_event where kind = 'INVITED' and invitation_id = :id",
                        "id",
                        (long) invitation))
                .longValue();
    }
}
