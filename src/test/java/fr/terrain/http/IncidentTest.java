package fr.terrain.http;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Migrator;
import fr.terrain.Session;
import fr.terrain.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure of ours: the table of accounts is not where it should be, so that even the name of the reader cannot be asked. */
@QuarkusTest
class IncidentTest {
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @TestHTTPResource
    URI root;

    @Inject
    Migrator migrator;

    private final List<ExtLogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(ExtLogRecord.wrap(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private Session owner;

    @BeforeEach
    void somethingBreaks() throws SQLException {
        owner = new Session(root).signIn("porteur");
        Tokens.of("porteur");
        LOG.addHandler(listener);
        migrator.run("alter table account rename to account_elsewhere");
    }

    @AfterEach
    void mended() throws SQLException {
        migrator.run("alter table account_elsewhere rename to account");
        LOG.removeHandler(listener);
        assertEquals(200, owner.get("/mes-demandes").statusCode());
    }

    @Test
    void aPageGivesItsNumberInWordsAndTheLogTheCause() {
        for (String path : new String[] {"/mes-demandes", "/conventions"}) {
            HttpResponse<String> answer = owner.get(path);
            assertEquals(500, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("<html lang=\"fr\">"), answer.body());
            assertTrue(answer.body().contains("<h1>Une erreur est survenue de notre côté</h1>"), answer.body());
            Matcher number = NUMBER.matcher(answer.body());
            assertTrue(number.find(), answer.body());
            told(answer.body(), number.group());
        }
    }

    @Test
    void theApiGivesItToo() {
        String body = as("porteur")
                .get("/api/bookings")
                .then()
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("/problemes/incident"))
                .body("status", equalTo(500))
                .extract()
                .asString();
        Matcher number = NUMBER.matcher(body);
        assertTrue(number.find(), body);
        assertTrue(body.contains("\"incident\":\"" + number.group() + "\""), body);
        told(body, number.group());
    }

    @Test
    void aPageThatIsNotThereIsStillNotFound() {
        HttpResponse<String> answer = owner.get("/inconnue");
        assertEquals(404, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("<h1>Cette page ou cette donnée n’existe pas</h1>"), answer.body());
    }

    /** Nothing of the inside is told, and the log has the number with the cause, once. */
    private void told(String body, String number) {
        for (String inside : new String[] {"Exception", "fr.terrain", "relation", "insert into", "\tat "})
            assertFalse(body.contains(inside), inside + " in " + body);
        List<ExtLogRecord> lines = logged.stream()
                .filter(line -> line.getFormattedMessage().contains(number))
                .toList();
        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().getThrown() != null, "no cause");
    }
}
