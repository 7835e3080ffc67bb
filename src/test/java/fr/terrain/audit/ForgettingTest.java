package fr.terrain.audit;

import static fr.terrain.Tokens.as;
import static fr.terrain.audit.Departing.REASON;
import static fr.terrain.audit.Departing.forget;
import static fr.terrain.audit.Departing.verb;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.booking.BookingTrail;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is forgotten: name, address and words are gone for good, the trail stays whole, and nobody is forgotten who is still needed. */
@QuarkusTest
class ForgettingTest {
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

    @Inject
    Departing departing;

    private long occupant;
    private long person;
    private String name;

    @BeforeEach
    void somebody() {
        departing.come();
        occupant = departing.occupant();
        person = departing.person();
        name = departing.name();
    }

    @AfterEach
    void theDemonstrationAsItWas() {
        departing.restore();
    }

    @Test
    void whatNamesThePersonIsGoneAndTheTrailIsWhole() throws SQLException {
        long withdrawn = departing.sent();
        verb("porteuse", withdrawn, "withdrawal", "{\"reason\": \"Je pars en congé.\"}");
        long named = departing.refused(
                "Entretien avec " + name.toUpperCase(java.util.Locale.ROOT) + " : le quai est en travaux.");
        long plain = departing.refused("Le quai est en travaux à ces dates.");

        forget("admin", person, REASON).statusCode(204);

        assertEquals("Personne effacée", fixtures.one("select name from account where id = :id", "id", person));
        assertNull(fixtures.one("select email from account where id = :id", "id", person));
        assertNull(departing.words(withdrawn));
        assertNull(departing.words(named));
        assertTrue(departing.words(plain).toString().contains("en travaux"));
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
        long withdrawn = departing.sent();
        forget("admin", person, REASON).statusCode(204);
        as("porteuse").get("/api/bookings").then().statusCode(200);
        as("porteuse").get("/api/bookings/{id}", withdrawn).then().statusCode(404);
        assertNotEquals(person, ((Number) departing.account("id")).longValue());
        forget("admin", person, REASON).statusCode(404);
    }

    @Test
    void theTraceSaysWhoAndWhyAndNeverTheName() {
        departing.sent();
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
        String email = (String) departing.account("email");
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
        long naming = departing.sent();
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
        long booking = departing.refused("Vu avec Mme Nom-d’Usage (2 fois) sur le quai.");
        as("admin")
                .contentType("application/json")
                .body("{\"reason\": \"" + REASON + "\", \"names\": [\"nom-d’usage (2\"]}")
                .post("/api/accounts/{id}/forgetting", person)
                .then()
                .statusCode(204);
        assertNull(departing.words(booking));
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }
}
