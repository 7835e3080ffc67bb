package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.booking.Trials.Trial;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The life of a trial by its pages: what each reader sees of it, and the forms of both sides. */
@QuarkusTest
class TrialPagesTest {
    private static final String TOLD = "La bouée a tenu vingt et un jours, deux relevés manquent après un orage.";

    @TestHTTPResource
    URI root;

    @Inject
    Trials trials;

    private Session officer;
    private Session owner;

    @Test
    void goesFromItsConditionsToItsEnd() {
        Trial trial = trials.signed();
        signIn();
        String desk = "/instruction/" + trial.reference();
        String request = "/mes-demandes/" + trial.reference();
        assertTrue(text(owner, request).contains("Une attestation d’assurance valable jusqu’au 24 mai 2027"));
        assertFalse(text(owner, request).contains("Enregistrer une condition"));
        assertEquals(400, does(officer, desk, "conditions", "kind", "INSURANCE").statusCode());
        redirects(officer, desk, "conditions", "kind", "INSURANCE", "validUntil", "2027-05-24");
        assertTrue(text(owner, request).contains("Valable jusqu’au 24 mai 2027."));
        HttpResponse<String> early = does(officer, desk, "debut");
        assertEquals(409, early.statusCode());
        assertTrue(early.body().contains("Il est trop tôt"));
        TestClock.travel(Trials.START.plusMinutes(1));
        trials.rings(trial, "START");
        assertTrue(text(owner, request).contains("L’essai ne peut pas commencer"));
        assertTrue(text(officer, desk).contains("L’essai ne peut pas commencer"));
        String queue = text(officer, "/instruction?vue=essais&urgentes=oui&q=" + trial.reference());
        assertTrue(queue.contains(trial.reference()), queue);
        assertTrue(queue.contains("Début manqué"), queue);
        HttpResponse<String> missing = does(officer, desk, "debut");
        assertEquals(409, missing.statusCode());
        assertTrue(missing.body().contains("href=\"#start-ENTRY_INSPECTION\""));
        assertTrue(missing.body().contains("id=\"start-ENTRY_INSPECTION\""));
        trials.meetAll(trial);
        redirects(officer, desk, "debut");
        assertFalse(text(officer, "/instruction?vue=essais&urgentes=oui&q=" + trial.reference())
                .contains(trial.reference()));
        assertEquals(
                400,
                does(officer, desk, "suspension", "cause", "OTHER", "words", "court")
                        .statusCode());
        redirects(officer, desk, "suspension", "cause", "WEATHER", "expectedOn", "2027-05-05");
        assertTrue(text(owner, request)
                .contains("Conditions météorologiques, depuis le 3 mai 2027. Reprise prévue le 5 mai 2027."));
        redirects(officer, desk, "reprise", "words", "Le vent est tombé.");
        TestClock.travel(Trials.END);
        trials.rings(trial, "FINISH");
        reports(trial, desk, request);
        assertEquals("CLOSED", trials.status(trial));
        assertTrue(text(owner, request).contains("Bilan accepté, dossier clos"));
    }

    private void reports(Trial trial, String desk, String request) {
        assertFalse(text(officer, desk).contains("Accepter le bilan"));
        assertEquals(
                400,
                does(owner, request, "bilan", "text", "court", "learnt", "").statusCode());
        redirects(owner, request, "bilan", "text", TOLD, "learnt", "L’ancrage doit être doublé.");
        assertTrue(text(officer, desk).contains(TOLD));
        assertEquals(400, does(officer, desk, "autre-bilan", "reason", "non").statusCode());
        redirects(officer, desk, "autre-bilan", "reason", "Ajoutez les deux relevés.");
        assertTrue(text(owner, request).contains("Ajoutez les deux relevés."));
        redirects(owner, request, "bilan", "text", TOLD, "learnt", "L’ancrage doit être doublé.");
        redirects(officer, desk, "cloture");
    }

    @Test
    void whatWasTypedInVainIsShownAgain() {
        Trial trial = trials.running();
        signIn();
        HttpResponse<String> soon = does(
                owner,
                "/mes-demandes/" + trial.reference(),
                "resiliation",
                "cause",
                "OCCUPANT_DECISION",
                "lastDay",
                "2027-05-04",
                "reason",
                "Le projet s’arrête faute de moyens.");
        assertEquals(409, soon.statusCode());
        assertTrue(soon.body().contains("href=\"#terminate-lastDay\""));
        assertTrue(soon.body().contains("value=\"2027-05-04\""));
        assertTrue(soon.body().contains("Le projet s’arrête faute de moyens."));
        assertTrue(text(soon).contains("Le préavis est de 8 jours"));
        assertEquals("RUNNING", trials.status(trial));
    }

    @Test
    void anAgreementIsTakenBackOnItsPage() {
        Trial trial = trials.approved();
        signIn();
        String desk = "/instruction/" + trial.reference();
        HttpResponse<String> unheard = does(
                officer, desk, "retrait-accord", "law", "Article L. 2122-3 du CG3P.", "fact", "Le quai est fermé.");
        assertEquals(409, unheard.statusCode());
        assertTrue(unheard.body().contains("href=\"#rescind-invitedOn\""));
        redirects(
                officer,
                desk,
                "retrait-accord",
                "law",
                "Article L. 2122-3 du CG3P.",
                "fact",
                "Le quai est fermé.",
                "urgency",
                "Le quai s’est effondré.");
        assertEquals("TERMINATED", trials.status(trial));
        assertTrue(text(owner, "/mes-demandes/" + trial.reference()).contains("Le quai s’est effondré."));
    }

    @Test
    void aSecondClickShowsTheFirstResult() {
        Trial trial = trials.running();
        signIn();
        String desk = "/instruction/" + trial.reference();
        String version = officer.version(desk);
        for (int click = 0; click < 2; click++)
            assertEquals(
                    303,
                    officer.submit(desk, desk + "/suspension", "version", version, "cause", "EVENT")
                            .statusCode());
        assertEquals(1, trials.count(trial, "SUSPEND"));
    }

    private void signIn() {
        officer = new Session(root).signIn("instructeur");
        owner = new Session(root).signIn("porteur");
    }

    private static void redirects(Session who, String page, String act, String... fields) {
        HttpResponse<String> done = does(who, page, act, fields);
        assertEquals(303, done.statusCode(), () -> text(done));
        assertEquals(page, done.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", ""));
    }

    private static HttpResponse<String> does(Session who, String page, String act, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "version";
        all[fields.length + 1] = who.version(page);
        return who.submit(page, page + "/" + act, all);
    }

    private static String text(Session who, String page) {
        HttpResponse<String> shown = who.get(page);
        assertEquals(200, shown.statusCode(), () -> page + " " + shown.headers().map());
        return text(shown);
    }

    /** What a person reads, blanks of every width made plain. */
    private static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .replace(" .", ".");
    }
}
