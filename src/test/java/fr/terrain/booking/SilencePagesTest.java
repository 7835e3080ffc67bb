package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.deadline.Deadlines.Kind;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock reads the same on every page and over the API, whether it runs, stands still or has refused; and both sides are told what they can do. */
@QuarkusTest
class SilencePagesTest {
    private static final LocalDate START = LocalDate.parse("2027-05-03");
    private static final String BORN = "né le 1er\u00a0février\u00a02027\u00a0: une décision expresse reste possible";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Deadline deadline;

    private Place place;
    private long id;
    private String reference;
    private Session owner;
    private Session officer;

    @BeforeEach
    void someonesRequest() {
        place = fixtures.place(new SpaceOf(2, 0, 0));
        id = Requests.create(
                "porteur", Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(4)));
        as("porteur")
                .contentType("application/json")
                .post("/api/bookings/" + id + "/submission")
                .then()
                .statusCode(200);
        reference = (String) fixtures.one("select reference from booking where id = :id", "id", id);
        owner = new Session(root).signIn("porteur");
        officer = new Session(root).signIn("instructeur");
    }

    @Test
    void theClockReadsTheSameEverywhere() {
        shown("62 jours", "refus implicite le 1er\u00a0février\u00a02027");
        as("porteur")
                .get("/api/bookings/" + id)
                .then()
                .body("silentRefusalAt", equalTo("2027-02-01T23:00:00Z"))
                .body("clock.kind", equalTo("SILENCE"))
                .body("clock.days", equalTo(62))
                .body("clock.tone", equalTo("ok"))
                .body("clock.words", equalTo("62 jours, refus implicite le 1er\u00a0février\u00a02027"));
    }

    @Test
    void aClockThatIsStoppedSaysSoToTheOfficer() {
        take();
        as("instructeur")
                .contentType("application/json")
                .body("""
                        {"fields": ["PURPOSE"], "why": "Précisez la mesure, s’il vous plaît.", "answerBy": "2026-12-15", "missingPieces": true}
                        """)
                .post("/api/bookings/" + id + "/change-request")
                .then()
                .statusCode(200);
        String decision = officer.get("/instruction/" + reference).body();
        assertTrue(decision.contains("Arrêtée jusqu’au 15\u00a0décembre"), decision);
        assertTrue(decision.contains("refus implicite le 15\u00a0février\u00a02027"), decision);
        assertTrue(officer.get("/instruction?vue=chez-le-porteur&q=" + reference)
                .body()
                .contains("Arrêtée jusqu’au 15\u00a0décembre"));
        assertTrue(owner.get("/mes-demandes/" + reference)
                .body()
                .contains("réponse attendue le 15\u00a0décembre\u00a02026"));
        as("instructeur").get("/api/bookings/" + id).then().body("clock.words", startsWith("Arrêtée jusqu’au 15"));
        as("porteur").get("/api/bookings/" + id).then().body("clock.kind", equalTo("ANSWER"));
        TestClock.travel(LocalDateTime.parse("2026-12-16T00:00:01"));
        assertFalse(officer.get("/instruction/" + reference).body().contains("Arrêtée"));
    }

    @Test
    void bothSidesAreToldOfTheSilentRefusal() {
        refuseBySilence();
        shown("Refus implicite", BORN);
        String page = owner.get("/mes-demandes/" + reference).body();
        for (String told : new String[] {
            "Refus implicite né le 1er\u00a0février\u00a02027",
            "jusqu’au <strong>2\u00a0avril\u00a02027</strong>",
            "Demander les motifs"
        }) assertTrue(page.contains(told), told + page);
        String decision = officer.get("/instruction/" + reference).body();
        assertTrue(decision.contains("le contester jusqu’au 2\u00a0avril\u00a02027"), decision);
        assertFalse(decision.contains("Demander les motifs"), decision);
    }

    @Test
    void theOwnerAsksForTheReasonsAndTheOfficerTells() {
        refuseBySilence();
        String asking = "/mes-demandes/" + reference + "/motifs";
        String mine = "/mes-demandes/" + reference;
        assertEquals(
                303, owner.submit(mine, asking, "version", owner.version(mine)).statusCode());
        String page = owner.get(mine).body();
        assertTrue(page.contains("Vous avez demandé les motifs"), page);
        assertFalse(page.contains("action=\"" + asking), page);
        assertEquals(303, owner.get(asking).statusCode());

        String theirs = "/instruction/" + reference;
        String telling = theirs + "/motifs";
        assertTrue(officer.get(theirs).body().contains("motifs dus le 2\u00a0mars\u00a02027"));
        HttpResponse<String> wrong = officer.submit(
                theirs, telling, "version", officer.version(theirs), "law", "Non", "fact", "Le quai est en travaux.");
        assertEquals(400, wrong.statusCode(), wrong.body());
        assertTrue(wrong.body().contains("id=\"give-reasons-law-erreur\""), wrong.body());
        assertTrue(wrong.body().contains("Le quai est en travaux."), wrong.body());
        HttpResponse<String> told = officer.submit(
                theirs,
                telling,
                "version",
                officer.version(theirs),
                "law",
                "Article L. 2122-1 du CG3P.",
                "fact",
                "Le quai est en travaux.");
        assertEquals(303, told.statusCode(), told.body());
        assertEquals("CLOSED 2027-03-02", deadline.of(id, Kind.REASONS));
        assertTrue(owner.get(mine).body().contains("Le quai est en travaux."));
        assertEquals(303, officer.get(telling).statusCode());
    }

    @Test
    void aReceiptThatIsLateIsSeenAndRecorded() {
        String theirs = "/instruction/" + reference;
        String recording = theirs + "/accuse";
        assertFalse(officer.get(theirs).body().contains("Accusé de réception en retard"));
        TestClock.travel(LocalDateTime.parse("2026-12-16T09:00"));
        assertTrue(deadline.fire(id, Kind.RECEIPT));
        assertTrue(officer.get(theirs).body().contains("Accusé de réception en retard"));
        assertFalse(owner.get("/mes-demandes/" + reference).body().contains("Accusé de réception en retard"));
        HttpResponse<String> wrong = officer.submit(
                theirs, recording, "version", officer.version(theirs), "sentOn", "2026-12-31", "how", "Lettre");
        assertEquals(400, wrong.statusCode(), wrong.body());
        assertTrue(wrong.body().contains("id=\"record-receipt-sentOn-erreur\""), wrong.body());
        HttpResponse<String> done = officer.submit(
                theirs, recording, "version", officer.version(theirs), "sentOn", "2026-12-14", "how", "Lettre");
        assertEquals(303, done.statusCode(), done.body());
        String page = officer.get(theirs).body();
        assertFalse(page.contains("Accusé de réception en retard"), page);
        assertTrue(page.contains("14\u00a0décembre\u00a02026"), page);
    }

    @Test
    void whereTheLawSetsNoDateNoneIsShown() {
        fixtures.run("update space set domain = 'PRIVATE' where site_id = :site", "site", place.site());
        take();
        assertEquals("CLOSED 2027-02-01", deadline.of(id, Kind.SILENCE));
        String decision = officer.get("/instruction/" + reference).body();
        assertFalse(decision.contains("class=\"clock\""), decision);
        assertTrue(decision.contains("Pas de date fixée par la loi"), decision);
        as("porteur")
                .get("/api/bookings/" + id)
                .then()
                .body("silentRefusalAt", nullValue())
                .body("clock", nullValue());
    }

    /** What the queue, the decision page and the list and the page of the owner say. */
    private void shown(String words, String due) {
        for (String page : new String[] {
            officer.get("/instruction?q=" + reference).body(),
            officer.get("/instruction/" + reference).body(),
            owner.get("/mes-demandes").body(),
            owner.get("/mes-demandes/" + reference).body()
        }) {
            assertTrue(page.contains("<strong>" + words + "</strong><small>" + due + "</small>"), page);
        }
    }

    private void take() {
        as("instructeur")
                .contentType("application/json")
                .post("/api/bookings/" + id + "/review")
                .then()
                .statusCode(200);
    }

    private void refuseBySilence() {
        TestClock.travel(LocalDateTime.parse("2027-02-02T00:00:01"));
        assertTrue(deadline.fire(id, Kind.SILENCE));
    }
}
