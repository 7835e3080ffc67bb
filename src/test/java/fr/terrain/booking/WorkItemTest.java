package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of the queue say at every moment what the requests, their parties and their dates say. */
@QuarkusTest
class WorkItemTest {
    /** The rows that differ from what the requests themselves tell, worked out by other words than the trigger's. */
    private static final String DIFFERENCES = """
            select count(*) from (
              select b.id, b.status, b.officer_id, b.submitted_at,
                     (select organisation_id from party where booking_id = b.id and role = 'GRANTOR') as grantor,
                     case when b.id = :booking then
                       least((select min(due_at) from deadline where subject_id = b.id and done_at is null
                               and kind in ('SILENCE', 'RECEIPT', 'ANSWER', 'OPINION', 'SIGNATURE', 'REPORT')),
                             (select min(due_at) from deadline where subject_id = b.id and outcome = 'FIRED' and kind in ('SILENCE', 'RECEIPT')))
                     end as due
                from booking b where b.submitted_at is not null
                 and exists (select from party where booking_id = b.id and role = 'GRANTOR')
                 and exists (select from party where booking_id = b.id and role = 'OCCUPANT')) told
              full join work_item w on w.booking_id = told.id
             where (told.status, told.officer_id, told.submitted_at, told.grantor) is distinct from (w.status, w.officer_id, w.submitted_at, w.grantor_id)
                or told.id = :booking and told.due is distinct from w.due_at
            """;

    @TestHTTPResource("/")
    URI home;

    @Inject
    Fixtures fixtures;

    private Place place;
    private long occupant;
    private int booking;
    private String word;

    @BeforeEach
    void aRequestThatWasSent() {
        place = fixtures.place(new SpaceOf(1, 0, 0));
        occupant = fixtures.occupant(User.PORTEUR);
        LocalDate start = TestClock.today().plusDays(80);
        booking = Requests.create("porteur", Requests.body(place, occupant, start, start.plusDays(3)));
        word = "repère" + UUID.randomUUID().toString().substring(0, 8);
        assertEquals(0L, rows());
        as("porteur").post("/api/bookings/" + booking + "/submission").then().statusCode(200);
    }

    @Test
    void everyVerbIsFollowed() {
        same();
        assertEquals(1L, rows());
        as("instructeur").post("/api/bookings/" + booking + "/review").then().statusCode(200);
        same();
        as("instructeur")
                .contentType("application/json")
                .body(Requests.AGREED)
                .post("/api/bookings/" + booking + "/approval")
                .then()
                .statusCode(200);
        same();
        as("porteur")
                .contentType("application/json")
                .body("{}")
                .post("/api/bookings/" + booking + "/withdrawal")
                .then()
                .statusCode(200);
        same();
        assertTrue(queue("vue=closes&q=" + reference()).contains("/instruction/" + reference()));
    }

    @Test
    void aLateReceiptIsTheFirstThingToMend() {
        String late =
                "update deadline set due_at = :due, done_at = :due, outcome = 'FIRED' where subject_id = :id and kind = 'RECEIPT'";
        fixtures.run(late, "due", TestClock.now().minus(Duration.ofDays(2)), "id", booking);
        same();
        String page = queue("urgentes=oui&q=" + reference());
        assertTrue(page.contains("/instruction/" + reference()), page);
        assertTrue(page.contains("Accusé en retard"), page);
        as("instructeur")
                .contentType("application/json")
                .body(Map.of("sentOn", TestClock.today().toString(), "how", "Remis en main propre"))
                .post("/api/bookings/" + booking + "/receipt")
                .then()
                .statusCode(200);
        same();
        assertFalse(queue("urgentes=oui&q=" + reference()).contains("/instruction/" + reference()));
    }

    @Test
    void aNewNameIsFoundAtOnce() {
        assertFalse(queue("q=" + word).contains(reference()));
        fixtures.run("update site set name = :word where id = :site", "word", word + " nord", "site", place.site());
        assertTrue(queue("q=nord+" + word).contains(reference()));
        fixtures.run("update site set name = 'Quai' where id = :site", "site", place.site());
        assertFalse(queue("q=" + word).contains(reference()));
        fixtures.run("""
                update project set title = :word where id = (select project_id from booking where id = :booking)
                """, "word", "Étude " + word, "booking", booking);
        assertTrue(queue("q=etude+" + word.toUpperCase(java.util.Locale.FRENCH)).contains(reference()));
    }

    @Test
    void signsOfPatternsAreTakenAsTheyAre() {
        fixtures.run("update site set name = :word where id = :site", "word", word + " 100 %", "site", place.site());
        assertTrue(queue("q=%25+" + word).contains(reference()));
        assertFalse(queue("q=_+" + word).contains(reference()));
        assertFalse(queue("q=%5C+" + word).contains(reference()));
    }

    @Test
    void anotherGrantorTakesItOver() {
        Place other = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run(
                "update party set organisation_id = :other where booking_id = :booking and role = 'GRANTOR'",
                "other",
                other.grantor(),
                "booking",
                booking);
        same();
    }

    @Test
    void filtersByPlaceAndByNearness() {
        fixtures.run("update site set name = :word where id = :site", "word", word, "site", place.site());
        assertTrue(queue("q=" + word + "&terrain=" + place.site()).contains(reference()));
        assertFalse(queue("q=" + word + "&terrain=" + (place.site() + 1)).contains(reference()));
        assertTrue(queue("q=" + word + "&terrain=x").contains(reference()));
        assertFalse(queue("q=" + word + "&urgentes=oui").contains(reference()));
        fixtures.run(
                "update deadline set due_at = :soon where subject_id = :booking and done_at is null",
                "soon",
                TestClock.today()
                        .plusDays(5)
                        .atStartOfDay(fr.terrain.ParisClock.PARIS)
                        .toInstant(),
                "booking",
                booking);
        same();
        assertTrue(queue("q=" + word + "&urgentes=oui").contains(reference()));
    }

    @Test
    void nobodyWritesItByHand() {
        assertThrows(
                PersistenceException.class,
                () -> fixtures.run("update work_item set words = '' where booking_id = :booking", "booking", booking));
        assertThrows(
                PersistenceException.class,
                () -> fixtures.run("delete from work_item where booking_id = :booking", "booking", booking));
    }

    private void same() {
        assertEquals(0L, fixtures.one(DIFFERENCES, "booking", booking));
    }

    private Object rows() {
        return fixtures.one("select count(*) from work_item where booking_id = :booking", "booking", booking);
    }

    private String reference() {
        return (String) fixtures.one("select reference from booking where id = :booking", "booking", booking);
    }

    private String queue(String parameters) {
        return new Session(home)
                .signIn("instructeur")
                .get("/instruction?" + parameters)
                .body();
    }
}
