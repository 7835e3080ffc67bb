package fr.terrain.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Session;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who administers the platform sees what is late and why, and has it tried again; nobody else does. */
@QuarkusTest
class DeadlinePagesTest {
    private static final String PAGE = "/administration/echeances";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    DeadlineJob job;

    @Inject
    Ringing ringing;

    @Test
    void whatFailsIsSeenAndTriedAgain() {
        long subject = Ringing.newSubject();
        ringing.when(subject, due -> {
            throw new IllegalStateException("no <mail> server");
        });
        fixtures.run("""
                insert into deadline (subject, subject_id, kind, due_at)
                values ('BOOKING', :id, 'SILENCE', timestamptz '2020-02-29 23:00 Europe/Paris')
                """, "id", subject);
        Session admin = new Session(root).signIn("admin");
        String late = admin.get(PAGE).body();
        assertTrue(late.contains("Pas encore traitée"), late);
        job.run();
        String failing = admin.get(PAGE).body();
        assertTrue(failing.contains("IllegalStateException: no &lt;mail&gt; server"), failing);
        assertTrue(failing.contains("29\u00a0février\u00a02020 à 23\u00a0h"), failing);
        String retry =
                PAGE + "/" + fixtures.one("select id from deadline where subject_id = :id", "id", subject) + "/reprise";
        ringing.when(subject, due -> {});
        assertEquals(403, new Session(root).signIn("instructeur").get(PAGE).statusCode());
        HttpResponse<String> done = admin.submit(PAGE, retry);
        assertEquals(303, done.statusCode(), done.body());
        assertEquals(2, ringing.heard(List.of(subject)).size());
        assertFalse(admin.get(PAGE).body().contains(retry));
        assertEquals(303, admin.get(retry).statusCode());
    }

    @Test
    void onlyAnAdministratorHasItTriedAgain() {
        long subject = Ringing.newSubject();
        fixtures.run("""
                insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :id, 'SILENCE', timestamptz '2020-01-01')
                """, "id", subject);
        Object id = fixtures.one("select id from deadline where subject_id = :id", "id", subject);
        Session officer = new Session(root).signIn("instructeur");
        String form = "/demandes/nouvelle?site="
                + fixtures.place(new SpaceOf(1, 0, 0)).slug();
        HttpResponse<String> refused = officer.submit(form, PAGE + "/" + id + "/reprise");
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("réservée à l’administration"), refused.body());
        assertEquals(List.of(), ringing.heard(List.of(subject)));
        job.run();
    }
}
