package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One project told by two requests: what was sent never changes through the draft of the other. */
@QuarkusTest
class SharedProjectTest {
    private static final LocalDate START = TestClock.today().plusDays(60);
    private static final int WAITS_MS = 700;

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    DataSource database;

    private Map<String, Object> body;
    private int sent;
    private int draft;
    private int project;

    @BeforeEach
    void twoDraftsOfOneProject() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        body = Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(5));
        sent = Requests.create("porteur", body);
        project = show(sent).path("project.id");
        Object told = body.remove("project");
        body.put("projectId", project);
        draft = Requests.create("porteur", body);
        body.remove("projectId");
        body.put("project", told);
    }

    @Test
    void whatWasSentStaysAndTheDraftGoesOnWithACopy() {
        assertEquals(200, submit(sent).statusCode());
        int own = edit("Bouée muette").then().statusCode(200).extract().path("project.id");
        assertNotEquals(project, own);
        show(draft).then().body("project.title", equalTo("Bouée muette"));
        show(sent)
                .then()
                .body("project.id", equalTo(project))
                .body("project.title", equalTo("Bouée connectée"))
                .body("project.protocol", startsWith("Une bouée ancrée"))
                .body("project.people", equalTo(3));
        edit("Bouée sourde").then().statusCode(200).body("project.id", equalTo(own));
    }

    @Test
    void theStepsOfThePagesLeaveItToo() {
        assertEquals(200, submit(sent).statusCode());
        String steps = "/demandes/" + fixtures.one("select reference from booking where id = :id", "id", draft);
        Session owner = new Session(root).signIn("porteur");
        step(owner, steps + "/organisation", "title", "Bouée muette");
        step(
                owner,
                steps + "/projet",
                "purpose",
                "Écouter la darse.",
                "protocol",
                "Autrement.",
                "techniques",
                "RADIO",
                "then",
                "plus-tard");
        show(draft)
                .then()
                .body("project.title", equalTo("Bouée muette"))
                .body("project.purpose", equalTo("Écouter la darse."));
        show(sent)
                .then()
                .body("project.title", equalTo("Bouée connectée"))
                .body("project.purpose", startsWith("Mesurer la houle"))
                .body("project.techniques.size()", equalTo(0));
    }

    @Test
    void twoDraftsShareTheirProject() {
        edit("Bouée muette").then().statusCode(200).body("project.id", equalTo(project));
        show(sent).then().body("project.title", equalTo("Bouée muette"));
    }

    @Test
    void anEditWaitsForASendingUnderWayAndThenTakesACopy() throws Exception {
        Response edited = during(
                "select id from project where id = %d for share; update booking set status = 'SUBMITTED', submitted_at = now() where id = %d"
                        .formatted(project, sent),
                () -> edit("Bouée muette"));
        assertEquals(200, edited.statusCode(), edited.asString());
        show(sent).then().body("project.title", equalTo("Bouée connectée"));
    }

    @Test
    void whatIsSentIsWhatWasRead() throws Exception {
        Response answer = during(
                "update project set title = 'Bouée muette', version = version + 1 where id = %d".formatted(project),
                () -> submit(sent));
        assertEquals(409, answer.statusCode(), answer.asString());
        assertEquals("/problemes/changed-meanwhile", answer.path("type"));
    }

    /** What a call answers that began while this transaction was open, and had to wait for its end. */
    private Response during(String sql, Callable<Response> call) throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor();
                Connection connection = database.getConnection()) {
            Future<Response> answer = begun(connection, sql, other, call);
            Thread.sleep(WAITS_MS);
            assertFalse(answer.isDone(), "it did not wait");
            connection.commit();
            return answer.get();
        }
    }

    private static Future<Response> begun(
            Connection connection, String sql, ExecutorService other, Callable<Response> call) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return other.submit(call);
    }

    private static void step(Session owner, String page, String... fields) {
        String[] typed = java.util.Arrays.copyOf(fields, fields.length + 2);
        typed[fields.length] = "version";
        typed[fields.length + 1] = owner.version(page);
        assertEquals(303, owner.submit(page, page, typed).statusCode());
    }

    private Response edit(String title) {
        body.put("project", Map.of("title", title));
        return as("porteur")
                .contentType("application/json")
                .header("If-Match", show(draft).header("ETag"))
                .body(body)
                .put("/api/bookings/{id}", draft);
    }

    private static Response show(int id) {
        return as("porteur").get("/api/bookings/{id}", id);
    }

    private static Response submit(int id) {
        return as("porteur").post("/api/bookings/{id}/submission", id);
    }
}
