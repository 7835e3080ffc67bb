package fr.terrain.audit;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.booking.BookingTrail;
import fr.terrain.booking.Requests;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is forgotten: name, address and words are gone for good, the trail stays whole, and nobody is forgotten who is still needed. */
@QuarkusTest
class ForgettingTest {
    private static final LocalDate START = LocalDate.parse("2027-03-01");
    private static final String REASON = "Demande reçue par courrier le 24 novembre 2026.";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    BookingTrail trail;

    @Inject
    SealKeys keys;

    @Inject
    Clock clock;

    private Place place;
    private long occupant;
    private long person;
    private String name;

    /** An organisation that two manage, and one of them, whom the tests forget. */
    @BeforeEach
    void somebody() {
        as("porteuse").get("/api/bookings").then().statusCode(200);
        place = fixtures.place(new SpaceOf(5, 0, 0));
        occupant = fixtures.occupant(User.PORTEUSE);
        fixtures.member(occupant, User.PORTEUR, "sign", "manage_members");
        fixtures.run(
                "delete from member where account_id = :id and organisation_id <> :mine and not 'manage_members' = any (capabilities)",
                "id",
                fixtures.account(User.PORTEUSE),
                "mine",
                occupant);
        as("porteuse").get("/api/bookings").then().statusCode(200);
        person = ((Number) account("id")).longValue();
        name = (String) account("name");
        fixtures.run("update booking set officer_id = null where officer_id = :id", "id", person);
        leaveOthersBehind();
    }

    /** What other tests left in the name of this person: organisations that they manage alone get another manager. */
    private void leaveOthersBehind() {
        fixtures.run("""
                insert into member (organisation_id, account_id, capabilities)
                select m.organisation_id, :other, m.capabilities from member m where m.account_id = :id
                on conflict (organisation_id, account_id) do update set capabilities = excluded.capabilities
                """, "id", person, "other", fixtures.account(User.PORTEUR));
        fixtures.run("delete from representative where account_id = :id", "id", person);
    }

    /** What the demonstration gives to this person is theirs again, under the account that their next visit makes. */
    @AfterEach
    void theDemonstrationAsItWas() {
        long again = fixtures.account(User.PORTEUSE);
        fixtures.run("""
                insert into member (organisation_id, account_id, capabilities)
                select id, :again, '{sign,manage_members}' from organisation where siret = '00000003400017' on conflict do nothing
                """, "again", again);
        fixtures.run("""
                delete from member where account_id = :other and organisation_id = (select id from organisation where siret = '00000003400017')
                """, "other", fixtures.account(User.PORTEUR));
        fixtures.run("""
                insert into representative (organisation_id, account_id, name, quality, delegation_act, valid_from)
                select id, :again, 'Signataire de démonstration', 'Présidente de l’association (démonstration)', 'Statuts DEMO-2026-S03', '2026-01-01'
                  from organisation o where siret = '00000003400017' and not exists (select from representative where organisation_id = o.id)
                """, "again", again);
    }

    private Object account(String column) {
        return fixtures.one(
                "select " + column + " from account where subject = :subject", "subject", User.PORTEUSE.subject);
    }

    @Test
    void whatNamesThePersonIsGoneAndTheTrailIsWhole() throws SQLException {
        long withdrawn = sent();
        verb("porteuse", withdrawn, "withdrawal", "{\"reason\": \"Je pars en congé.\"}");
        long named =
                refused("Entretien avec " + name.toUpperCase(java.util.Locale.ROOT) + " : le quai est en travaux.");
        long plain = refused("Le quai est en travaux à ces dates.");

        forget("admin", person, REASON).statusCode(204);

        assertEquals("Personne effacée", fixtures.one("select name from account where id = :id", "id", person));
        assertNull(fixtures.one("select email from account where id = :id", "id", person));
        assertNull(words(withdrawn));
        assertNull(words(named));
        assertTrue(words(plain).toString().contains("en travaux"));
        assertEquals(0L, fixtures.one("select count(*) from member where account_id = :id", "id", person));
        as("porteur")
                .get("/api/bookings/{id}/timeline", withdrawn)
                .then()
                .statusCode(200)
                .body("kind", hasItem("WITHDRAW"))
                .body("who", hasItem("Personne effacée"));
        for (long booking : List.of(withdrawn, named, plain)) {
            assertTrue(trail.isWhole(booking));
            try (Attacker nobody = new Attacker()) {
                Object reference = fixtures.one("select reference from booking where id = :id", "id", booking);
                assertFalse(nobody.verify(keys, clock).findings().stream()
                        .anyMatch(finding -> reference.equals(finding.reference())));
            }
        }
    }

    @Test
    void whoComesBackIsSomebodyNew() {
        long withdrawn = sent();
        forget("admin", person, REASON).statusCode(204);
        as("porteuse").get("/api/bookings").then().statusCode(200);
        as("porteuse").get("/api/bookings/{id}", withdrawn).then().statusCode(404);
        assertNotEquals(person, ((Number) account("id")).longValue());
        forget("admin", person, REASON).statusCode(404);
    }

    @Test
    void theTraceSaysWhoAndWhyAndNeverTheName() {
        sent();
        forget("admin", person, REASON).statusCode(204);
        String trace = (String)
                fixtures.one("select cast(to_jsonb(f) as text) from forgetting f where account_id = :id", "id", person);
        assertTrue(trace.contains(REASON), trace);
        assertFalse(trace.contains(name), trace);
        assertEquals(
                fixtures.account(User.ADMIN),
                ((Number) fixtures.one("select forgotten_by from forgetting where account_id = :id", "id", person))
                        .longValue());
    }

    @Test
    void invitationsForgetTheAddress() {
        String email = (String) account("email");
        fixtures.run(
                """
                insert into invitation (organisation_id, email, salt, token_hash, invited_by, invited_at, expires_at)
                values (:organisation, upper(:email), sha256('sel'), sha256(convert_to(:salt, 'UTF8')), :by, now(), now() + interval '1 day')
                """,
                "organisation",
                occupant,
                "email",
                email,
                "salt",
                "jeton " + occupant,
                "by",
                fixtures.account(User.PORTEUR));
        forget("admin", person, REASON).statusCode(204);
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from invitation where organisation_id = :id and email is null and revoked_at is not null",
                        "id",
                        occupant));
    }

    @Test
    void theLastManagerOfALivingOrganisationStays() {
        fixtures.member(occupant, User.PORTEUR);
        refuse("LAST_MANAGER", "gère seule");
    }

    @Test
    void theManagerOfNobodyElseLeavesAnEmptyPlace() {
        long alone = fixtures.occupant(User.PORTEUSE);
        forget("admin", person, REASON).statusCode(204);
        assertEquals(
                1L,
                fixtures.one(
                        "select count(*) from member m join account a on a.id = m.account_id where m.organisation_id = :id and a.forgotten_at is not null",
                        "id",
                        alone));
    }

    @Test
    void whoHasRequestsInChargeHandsThemOverFirst() {
        long booking = sent();
        verb("instructeur", booking, "review", "");
        fixtures.run("update booking set officer_id = :id where id = :booking", "id", person, "booking", booking);
        refuse("IN_CHARGE", "a la charge de");
    }

    @Test
    void whoseSignatureIsAwaitedNamesAnotherFirst() {
        long booking = sent();
        verb("instructeur", booking, "review", "");
        verb("instructeur", booking, "approval", Requests.AGREED);
        fixtures.run(
                "insert into representative (organisation_id, account_id, name, quality) values (:organisation, :id, 'Nom d’essai', 'Gérante')",
                "organisation",
                occupant,
                "id",
                person);
        refuse("SIGNATORY", "Sa signature est attendue");
    }

    @Test
    void nobodyForgetsThemselvesNorOutOfAWhim() {
        as("admin").get("/api/bookings").then().statusCode(200);
        forget("admin", fixtures.account(User.ADMIN), REASON)
                .statusCode(409)
                .body("type", equalTo("/problemes/yourself"));
        forget("admin", person, "bref").statusCode(400).body("field", equalTo("reason"));
        forget("admin", person, "Demande de " + name.toLowerCase(java.util.Locale.ROOT) + " elle‑même")
                .statusCode(400)
                .body("field", equalTo("reason"))
                .body("detail", containsString("ne nommez pas"));
        forget("instructeur", person, REASON).statusCode(403);
        forget("admin", 999_999_999L, REASON).statusCode(404);
        assertEquals(name, fixtures.one("select name from account where id = :id", "id", person));
    }

    @Test
    void theAdministratorReadsWhatStaysThenForgets() {
        fixtures.account(User.ADMIN);
        Session admin = new Session(root).signIn("admin");
        String people =
                admin.get("/administration/personnes?q=" + encoded(name)).body();
        assertTrue(people.contains("/administration/personnes/" + person), people);
        String page = "/administration/personnes/" + person;
        long naming = sent();
        fixtures.run(
                "update booking set needs = :words where id = :id", "words", "Badge pour " + name + ".", "id", naming);
        String shown = admin.get(page).body();
        assertTrue(shown.contains("Ce qui reste, et pourquoi"), shown);
        assertTrue(
                shown.contains(">" + fixtures.one("select reference from booking where id = :id", "id", naming) + "<"),
                shown);
        HttpResponse<String> unsure = admin.submit(page, page + "/effacement", "reason", REASON, "names", "");
        assertEquals(400, unsure.statusCode());
        assertTrue(unsure.body().contains("l’effacement est définitif"), unsure.body());
        HttpResponse<String> done =
                admin.submit(page, page + "/effacement", "reason", REASON, "names", "", "consent", "oui");
        assertEquals(303, done.statusCode(), done::body);
        assertTrue(admin.get("/administration/personnes?effacement=fait").body().contains("La personne est effacée"));
        assertEquals(404, admin.get(page).statusCode());
    }

    @Test
    void otherNamesAreSoughtToo() {
        long booking = refused("Vu avec Mme Nom-d’Usage (2 fois) sur le quai.");
        as("admin")
                .contentType("application/json")
                .body("{\"reason\": \"" + REASON + "\", \"names\": [\"nom-d’usage (2\"]}")
                .post("/api/accounts/{id}/forgetting", person)
                .then()
                .statusCode(204);
        assertNull(words(booking));
    }

    private void refuse(String tie, String words) {
        forget("admin", person, REASON)
                .statusCode(409)
                .body("type", equalTo("/problemes/still-needed"))
                .body("ties", hasSize(1))
                .body("ties[0].kind", equalTo(tie))
                .body("detail", containsString(words));
        assertEquals(name, fixtures.one("select name from account where id = :id", "id", person));
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static ValidatableResponse forget(String who, long person, String reason) {
        return as(who).contentType("application/json")
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/api/accounts/{id}/forgetting", person)
                .then();
    }

    private long sent() {
        long booking = Requests.create("porteuse", Requests.body(place, occupant, START, START.plusDays(3)));
        verb("porteuse", booking, "submission", "");
        return booking;
    }

    private long refused(String fact) {
        long booking = sent();
        verb("instructeur", booking, "review", "");
        verb(
                "instructeur",
                booking,
                "refusal",
                "{\"law\": \"Article L. 2122-1 du CG3P : l’usage doit rester compatible.\", \"fact\": \"" + fact
                        + "\"}");
        return booking;
    }

    /** The words of the last event of a request. */
    private Object words(long booking) {
        return fixtures.one("""
                select cast(d.content as text) from event_detail d join booking_event e on e.id = d.event_id
                 where e.booking_id = :id order by e.seq desc limit 1
                """, "id", booking);
    }

    private static void verb(String user, long booking, String noun, String body) {
        as(user).contentType("application/json")
                .body(body)
                .post("/api/bookings/{id}/{noun}", booking, noun)
                .then()
                .statusCode(200);
    }
}
