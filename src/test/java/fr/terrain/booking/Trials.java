package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.deadline.DeadlineJob;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;

/** Bookings of {@code porteur} that have got as far as a test needs, on sites of their own: 3 to 23 May 2027, a day of set-up, a day of tear-down. */
@ApplicationScoped
public class Trials {
    public static final LocalDateTime START = LocalDateTime.parse("2027-05-03T00:00");
    public static final LocalDateTime END = LocalDateTime.parse("2027-05-24T00:00");

    private static final String LINES = """
            [{"label": "Occupation", "unit": "DAY", "quantity": 21, "unitPrice": 12.50, "minimum": 0, "amount": 262.50,
              "grid": "Grille de test", "deliberation": "TEST-2026-001", "deliberationDate": "2026-01-15"}]""";
    private static final String ROWS = """
            select coalesce(string_agg(to_char(lower(during) at time zone 'Europe/Paris', 'MM-DD HH24:MI') || ' '
                                    || to_char(upper(during) at time zone 'Europe/Paris', 'MM-DD HH24:MI'), ', ' order by during), 'nothing')
              from occupation where booking_id = :id
            """;

    @Inject
    Fixtures fixtures;

    @Inject
    DeadlineJob job;

    /** A booking, its place, its occupant and its convention, when there is one. */
    public record Trial(long id, String reference, Place place, long occupant, String number) {
        public String path(String act) {
            return "/api/bookings/" + id + "/" + act;
        }
    }

    public Trial approved() {
        return approved(START, END);
    }

    public Trial approved(LocalDateTime starts, LocalDateTime ends) {
        Place place = fixtures.place(new SpaceOf(1, 1, 1));
        long occupant = fixtures.occupant(User.PORTEUR);
        long id = inReview(place, occupant, starts, ends);
        agree(id);
        String reference = (String) fixtures.one("select reference from booking where id = :id", "id", id);
        return new Trial(id, reference, place, occupant, null);
    }

    /** A request that an officer may agree to, and a lawyer print. */
    public long inReview(Place place, long occupant, LocalDateTime starts, LocalDateTime ends) {
        long id = fixtures.inReview(place, occupant, place.spaces(), false, starts, ends);
        fixtures.run(
                "update booking set fee_amount = 262.50, fee_detail = cast(:lines as jsonb) where id = :id",
                "id",
                id,
                "lines",
                LINES);
        fixtures.run(
                "update project set purpose = 'Mesurer la houle.', protocol = 'Une bouée, un relevé par minute.', people = 3"
                        + " where id = (select project_id from booking where id = :id)",
                "id",
                id);
        return id;
    }

    public void agree(long id) {
        does("instructeur", "/api/bookings/" + id + "/approval", Requests.AGREED);
    }

    public Trial signing() {
        Trial trial = approved();
        return issue(trial);
    }

    /** The lawyer issues its next convention. */
    public Trial issue(Trial trial) {
        String number = as("juriste")
                .post("/api/bookings/{id}/conventions", trial.id())
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        return new Trial(trial.id(), trial.reference(), trial.place(), trial.occupant(), number);
    }

    public Trial signed() {
        Trial trial = signing();
        sign("porteur", trial);
        sign("signataire", trial);
        return trial;
    }

    /** All the conditions are met, and the clock has let it start on its first day. */
    public Trial running() {
        Trial trial = signed();
        meetAll(trial);
        TestClock.travel(START.plusHours(1));
        rings(trial, "START");
        return trial;
    }

    public void meetAll(Trial trial) {
        meet(trial, "{\"kind\": \"INSURANCE\", \"validUntil\": \"2027-05-24\"}");
        meet(trial, "{\"kind\": \"ENTRY_INSPECTION\", \"doneOn\": \"2026-12-01\"}");
        meet(trial, "{\"kind\": \"TRANSMISSION\", \"doneOn\": \"2026-12-01\", \"reference\": \"DEMO-013-2026\"}");
        meet(trial, "{\"kind\": \"NOTIFICATION\", \"doneOn\": \"2026-12-01\"}");
    }

    public void meet(Trial trial, String condition) {
        does("instructeur", trial.path("conditions"), condition);
    }

    public void sign(String user, Trial trial) {
        String hash = convention(trial, user).getString("sha256");
        does(
                user,
                "/api/conventions/" + trial.number() + "/signatures",
                "{\"sha256\": \"" + hash + "\", \"consent\": true}");
    }

    /** The convention as this user sees it. */
    public JsonPath convention(Trial trial, String user) {
        return as(user).get("/api/conventions/{number}", trial.number())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Something that must work. */
    public ValidatableResponse does(String user, String path, String body) {
        return tries(user, path, body).statusCode(200);
    }

    /** Something that may not. */
    public ValidatableResponse tries(String user, String path, String body) {
        return as(user).contentType("application/json").body(body).post(path).then();
    }

    /** Its deadline of this kind is due, and fires. */
    public void rings(Trial trial, String kind) {
        assertTrue(job.retry(deadline(trial, kind)), kind + " did not ring");
    }

    /** When its deadline of this kind is due, in local time: "2027-05-03 00:00"; null when it does not run. */
    public String due(Trial trial, String kind) {
        return (String) fixtures.one(
                "select max(to_char(due_at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI')) from deadline"
                        + " where subject_id = :id and kind = :kind and done_at is null",
                "id",
                trial.id(),
                "kind",
                kind);
    }

    private long deadline(Trial trial, String kind) {
        return ((Number) fixtures.one(
                        "select id from deadline where subject_id = :id and kind = :kind and done_at is null",
                        "id",
                        trial.id(),
                        "kind",
                        kind))
                .longValue();
    }

    public String status(Trial trial) {
        return (String) fixtures.one("select status from booking where id = :id", "id", trial.id());
    }

    /** What it takes of its space, in local time: "05-02 00:00 05-25 00:00". */
    public String rows(Trial trial) {
        return (String) fixtures.one(ROWS, "id", trial.id());
    }

    /** How often this has happened to it. */
    public long count(Trial trial, String verb) {
        return (long) fixtures.one(
                "select count(*) from booking_event where booking_id = :id and kind = :kind",
                "id",
                trial.id(),
                "kind",
                verb);
    }
}
