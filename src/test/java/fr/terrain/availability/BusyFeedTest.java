package fr.terrain.availability;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.fetch.HostileServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar that a partner keeps elsewhere takes time from search and requests, and from nobody who was promised it; turned hostile, it changes nothing. */
@QuarkusTest
class BusyFeedTest {
    private static final String TYPE = "text/calendar";
    private static final String BUSY = BusyCalendarTest.calendar(BusyCalendarTest.event(
            "a@example.org",
            "SUMMARY:Secret de l’atelier",
            "DTSTART;VALUE=DATE:20270510",
            "DTEND;VALUE=DATE:20270513"));

    @Inject
    Fixtures fixtures;

    @Inject
    BusyJob job;

    private HostileServer server;
    private Place place;
    private String path;

    @BeforeEach
    void aKeptSpace() throws Exception {
        server = new HostileServer("127.0.0.1");
        place = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.member(place.grantor(), User.INSTRUCTEUR, "instruct", "decide", "keep_sites");
        path = "/api/spaces/" + place.spaces().getFirst() + "/busy-feed";
    }

    @AfterEach
    void noFeedIsLeft() {
        server.close();
        fixtures.run("delete from busy_feed");
    }

    @Test
    void whatThePartnerHasTakenIsNotOffered() {
        assertEquals(1L, free("2027-05-11"));
        server.text("/a.ics", TYPE, BUSY);
        put("/a.ics").statusCode(200).body("goodAt", nullValue());
        job.run();
        feed().body("stretches", equalTo(1)).body("error", nullValue()).body("goodAt", notNullValue());
        assertEquals(0L, free("2027-05-11"));
        assertEquals(1L, free("2027-05-13"));
        calendar().body("spaces[0].periods.state", hasItem("CLOSED"));
        String shown = calendar().extract().asString();
        assertEquals(false, shown.contains("Secret"));
        quote("2027-05-12", "2027-05-14")
                .body("obstacles.detail", hasItem(containsString("agenda de son gestionnaire")));
        quote("2027-05-13", "2027-05-14")
                .body("obstacles.detail", not(hasItem(containsString("agenda de son gestionnaire"))));
        as("instructeur").delete(path).then().statusCode(204);
        assertEquals(1L, free("2027-05-11"));
        as("instructeur").get(path).then().statusCode(404);
    }

    @Test
    void whatWasPromisedStays() {
        long space = place.spaces().getFirst();
        fixtures.run(
                "insert into closure (space_id, starts, ends, cause) values (:space, '2027-05-11', '2027-05-12', 'Régate')",
                "space",
                space);
        fixtures.run("""
                insert into occupation (space_id, kind, closure_id, lanes, during)
                select space_id, 'CLOSURE', id, int4range(1, null), '[2027-05-11 00:00+02,2027-05-12 00:00+02)' from closure where space_id = :space""", "space", space);
        server.text("/a.ics", TYPE, BUSY);
        put("/a.ics");
        job.run();
        feed().body("error", nullValue()).body("stretches", equalTo(1));
        assertEquals(1L, fixtures.one("select count(*) from occupation where space_id = :space", "space", space));
    }

    @Test
    void aFeedThatTurnsHostileKeepsWhatItSaidLastAndSaysWhy() throws Exception {
        server.text("/a.ics", TYPE, BUSY);
        put("/a.ics");
        job.run();
        try (HostileServer inside = new HostileServer("127.0.0.2")) {
            inside.text("/secret", TYPE, BUSY);
            server.endless("/huge.ics", TYPE)
                    .bomb("/bomb.ics", TYPE, 300)
                    .redirect("/inside.ics", inside.url("/secret"))
                    .text(
                            "/rules.ics",
                            TYPE,
                            BusyCalendarTest.calendar(BusyCalendarTest.event(
                                    "b", "DTSTART:20200101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY")))
                    .text("/page.ics", "text/html", "<html>");
            for (String path : List.of("/huge.ics", "/bomb.ics", "/inside.ics", "/rules.ics", "/page.ics")) {
                fixtures.run(
                        "update busy_feed set address = :address, next_at = '2020-01-01'", "address", server.url(path));
                assertTimeout(Duration.ofSeconds(15), () -> assertEquals(1, job.run()));
                feed().body("error", notNullValue()).body("stretches", equalTo(1));
                assertEquals(0L, free("2027-05-11"), path);
            }
            assertEquals(0, inside.asked.get());
        }
        assertEquals(0, job.run());
        fixtures.run(
                "update busy_feed set address = :address, next_at = '2020-01-01'", "address", server.url("/a.ics"));
        job.run();
        feed().body("error", nullValue());
    }

    @Test
    void onlyAnAddressThatMayBeReadIsTaken() {
        for (String address : List.of(
                "http://example.org/a.ics",
                "https://user@example.org/",
                "file:///etc/hostname",
                "https://example.org:22/",
                ""))
            as("instructeur")
                    .contentType("application/json")
                    .body(Map.of("address", address))
                    .put(path)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("address"));
        as("porteur")
                .contentType("application/json")
                .body(Map.of("address", "https://example.org/"))
                .put(path)
                .then()
                .statusCode(403);
        as("porteur").get(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
    }

    private ValidatableResponse put(String file) {
        return as("instructeur")
                .contentType("application/json")
                .body(Map.of("address", server.url(file)))
                .put(path)
                .then();
    }

    private ValidatableResponse feed() {
        return as("instructeur").get(path).then().statusCode(200);
    }

    private ValidatableResponse calendar() {
        return given().get("/api/sites/{slug}/availability?from=2027-05-01&to=2027-05-31", place.slug())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse quote(String first, String last) {
        return given().contentType("application/json")
                .body(Map.of("spaces", place.spaces(), "firstDay", first, "lastDay", last, "useClass", "NO_REVENUE"))
                .post("/api/sites/{slug}/quote", place.slug())
                .then()
                .statusCode(200);
    }

    /** Whether the search finds this day free: one row, or none. */
    private Object free(String day) {
        return fixtures.one(
                "select count(*) from space p cross join lateral free_stay(p, cast(:day as date), cast(:day as date), now()) where p.id = :space",
                "day",
                day,
                "space",
                place.spaces().getFirst());
    }
}
