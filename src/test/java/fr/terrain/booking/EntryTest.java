package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static fr.terrain.booking.Entries.enter;
import static fr.terrain.booking.Entries.unknown;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.ParisClock;
import fr.terrain.Session;
import fr.terrain.Siret;
import fr.terrain.TestClock;
import fr.terrain.organisation.Invitations;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that came by telephone or on paper: an officer writes them down for who asked, and the law counts from the day they came. */
@QuarkusTest
class EntryTest {
    private static final LocalDate START = TestClock.today().plusDays(60);

    @TestHTTPResource("/")
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Invitations invitations;

    private Place place;

    @BeforeEach
    void aSite() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
    }

    @Test
    void theLawCountsFromTheDayItCame() {
        int id = enter("instructeur", unknown(place))
                .statusCode(201)
                .body("channel", equalTo("PAPER"))
                .body("receivedOn", equalTo(Entries.RECEIVED.toString()))
                .extract()
                .path("id");
        complete("instructeur", id).statusCode(200);
        Instant silence = Entries.RECEIVED
                .plusMonths(2)
                .plusDays(1)
                .atStartOfDay(ParisClock.PARIS)
                .toInstant();
        assertEquals(
                silence.toString(),
                submit("instructeur", id).statusCode(200).extract().jsonPath().getString("silentRefusalAt"));
        as("instructeur")
                .get("/api/bookings/" + id + "/timeline")
                .then()
                .body("find { it.kind == 'SUBMIT' }.detail.channel", equalTo("PAPER"))
                .body("find { it.kind == 'SUBMIT' }.detail.receivedOn", equalTo(Entries.RECEIVED.toString()))
                .body("find { it.kind == 'CREATE' }.detail.channel", equalTo("PAPER"));
    }

    @Test
    void whoAskedIsInvitedAndFollowsIt() {
        int id = enter("instructeur", unknown(place)).extract().path("id");
        long occupant = occupant(id);
        assertEquals(0L, fixtures.one("select count(*) from member where organisation_id = :id", "id", occupant));
        long event = ((Number) fixtures.one(
                        "select id from organisation_event where organisation_id = :id and kind = 'INVITED'",
                        "id",
                        occupant))
                .longValue();
        Invitations.Mail mail = invitations.findForMail(event).orElseThrow();
        assertEquals("contact@example.org", mail.email());
        as("porteuse").get("/api/bookings/" + id).then().statusCode(404);
        as("porteuse")
                .contentType("application/json")
                .post("/api" + mail.path() + "/acceptance")
                .then()
                .statusCode(200);
        as("porteuse").get("/api/bookings/" + id).then().statusCode(200).body("canDo", hasItem("SUBMIT"));
        as("porteuse")
                .get("/api/organisations/" + occupant + "/members")
                .then()
                .body("[0].capabilities", hasItem("MANAGE_MEMBERS"));
    }

    @Test
    void isItsWritersUntilItIsSentAndThenFollowsOrdinaryRights() {
        fixtures.member(place.grantor(), User.ADMIN, "instruct");
        int id = enter("admin", unknown(place)).extract().path("id");
        as("instructeur").get("/api/bookings/" + id).then().statusCode(404);
        as("admin").get("/api/bookings").then().body("id", hasItem(id));
        complete("instructeur", id).statusCode(404);
        complete("admin", id).statusCode(200);
        submit("instructeur", id).statusCode(404);
        submit("admin", id).statusCode(200);
        complete("admin", id).statusCode(403);
        as("admin")
                .contentType("application/json")
                .body("{}")
                .post("/api/bookings/" + id + "/withdrawal")
                .then()
                .statusCode(403);
        as("instructeur")
                .contentType("application/json")
                .post("/api/bookings/" + id + "/review")
                .then()
                .statusCode(200);
    }

    @Test
    void itsWriterGivesUpTheDraftByItsPage() {
        int id = enter("instructeur", unknown(place)).extract().path("id");
        String reference = (String) fixtures.one("select reference from booking where id = :id", "id", id);
        String page = "/mes-demandes/" + reference;
        Session officer = new Session(root).signIn("instructeur");
        assertTrue(officer.get("/demandes/" + reference + "/lieu").body().contains(page + "#retrait"));
        HttpResponse<String> gone = officer.submit(
                page, page + "/retrait", "version", officer.version(page), "reason", "Saisie deux fois.");
        assertEquals(303, gone.statusCode(), gone.body());
        assertEquals("WITHDRAWN", fixtures.one("select status from booking where id = :id", "id", id));
        HttpResponse<String> after = officer.get(page);
        assertEquals(200, after.statusCode());
        assertTrue(after.body().contains("Saisie deux fois."), after::body);
        assertEquals(404, new Session(root).signIn("porteuse").get(page).statusCode());
    }

    @Test
    void aKnownOrganisationIsChosenAndNobodyIsInvited() {
        long occupant = fixtures.occupant(User.PORTEUR);
        Map<String, Object> body = unknown(place);
        body.remove("opened");
        body.remove("contact");
        body.put("organisation", occupant);
        int id = enter("instructeur", body).statusCode(201).extract().path("id");
        assertEquals(0L, fixtures.one("select count(*) from invitation where organisation_id = :id", "id", occupant));
        as("porteur").get("/api/bookings/" + id).then().statusCode(200);
    }

    @Test
    void anOfficerWritesItDownInPages() {
        Session officer = new Session(root).signIn("instructeur");
        String form = "/instruction/nouvelle-demande";
        String siret = Siret.next();
        HttpResponse<String> wrong =
                officer.submit(form, form, "key", UUID.randomUUID().toString(), "organisation", "nouvelle");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("Erreur"), wrong::body);
        HttpResponse<String> begun = officer.submit(
                form,
                form,
                "key",
                UUID.randomUUID().toString(),
                "organisation",
                "nouvelle",
                "name",
                "Atelier au téléphone",
                "kind",
                "ASSOCIATION",
                "siret",
                siret,
                "address",
                "3 rue de l’Essai, 13002 Marseille",
                "contact",
                "atelier@example.org",
                "channel",
                "TELEPHONE",
                "receivedOn",
                Entries.RECEIVED.toString(),
                "site",
                place.slug(),
                "title",
                "Essai au téléphone");
        assertEquals(303, begun.statusCode(), begun.body());
        String step =
                URI.create(begun.headers().firstValue("Location").orElseThrow()).getPath();
        HttpResponse<String> next = officer.get(step);
        assertEquals(200, next.statusCode(), next.body());
        assertTrue(next.body().contains("Téléphone, le"), next::body);
        assertTrue(officer.get(form + "?q=" + siret).body().contains("Atelier au téléphone"));
        assertEquals(403, new Session(root).signIn("porteuse").get(form).statusCode());
    }

    private ValidatableResponse complete(String user, int id) {
        return as(user).contentType("application/json")
                .header("If-Match", "*")
                .body(Requests.body(place, occupant(id), START, START.plusDays(5)))
                .put("/api/bookings/" + id)
                .then();
    }

    private static ValidatableResponse submit(String user, int id) {
        return as(user).contentType("application/json")
                .post("/api/bookings/" + id + "/submission")
                .then();
    }

    private long occupant(int id) {
        return ((Number) fixtures.one(
                        "select organisation_id from party where booking_id = :id and role = 'OCCUPANT'", "id", (long)
                                id))
                .longValue();
    }
}
