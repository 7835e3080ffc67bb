package fr.terrain.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** A form of the pages sent twice at once does what its button says once; both senders see where that led, or are told in words. */
@QuarkusTest
class ClickedTwiceTest {
    private static final int CLICKS = 2;
    private static final LocalDate START = TestClock.today().plusDays(60);
    private static final String EVENTS = "select count(*) from booking_event where booking_id = :id and kind = :kind";

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    BookingTrail trail;

    private Session owner;
    private Session officer;
    private Map<String, Object> body;
    private int id;
    private String reference;

    @BeforeEach
    void aCompleteDraft() {
        Place place = fixtures.place(new SpaceOf(1, 1, 2));
        body = Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(5));
        owner = new Session(root).signIn("porteur");
        officer = new Session(root).signIn("instructeur");
        id = Requests.create("porteur", body);
        reference = (String) fixtures.one("select reference from booking where id = :id", "id", id);
    }

    @RepeatedTest(3)
    void sentTakenUpAgreedAndWithdrawnOnce() throws Exception {
        sendAndTakeUp();
        once(
                "APPROVE",
                officer,
                "/instruction/" + reference,
                "/accord",
                "economicNature",
                "NO",
                "awardRoute",
                "PUBLICITY",
                "awardReason",
                "Avis publié.");
        assertEquals(1L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", id));
        once("WITHDRAW", owner, "/mes-demandes/" + reference, "/retrait", "reason", "Le matériel manque.");
        assertEquals(0L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", id));
        assertTrue(trail.isWhole(id));
    }

    @RepeatedTest(3)
    void refusedOnce() throws Exception {
        sendAndTakeUp();
        once(
                "REFUSE",
                officer,
                "/instruction/" + reference,
                "/refus",
                "law",
                "Article 4 du règlement du port de test.",
                "fact",
                "Le quai est en travaux à ces dates.");
        assertTrue(trail.isWhole(id));
    }

    private void sendAndTakeUp() throws Exception {
        once("SUBMIT", owner, "/demandes/" + reference + "/envoi", "");
        assertEquals(
                1L,
                fixtures.one("select count(*) from deadline where subject_id = :id and kind = 'SILENCE'", "id", id));
        once("TAKE_UP", officer, "/instruction/" + reference, "/prise-en-charge");
    }

    private void once(String kind, Session who, String page, String button, String... fields) throws Exception {
        List<String> typed = new ArrayList<>(List.of("_form", who.token(page), "version", who.version(page)));
        typed.addAll(List.of(fields));
        int shown = 0;
        for (HttpResponse<String> answer : atOnce(who, page + button, typed.toArray(String[]::new))) {
            if (answer.statusCode() == 303) shown++;
            else told(answer);
        }
        assertTrue(shown > 0, "nobody was shown what came of " + kind);
        assertEquals(1L, fixtures.one(EVENTS, "id", id, "kind", kind));
    }

    private static void told(HttpResponse<String> answer) {
        assertTrue(List.of(409, 412).contains(answer.statusCode()), answer.statusCode() + " " + answer.body());
        assertTrue(answer.body().contains("<html lang=\"fr\">"), answer.body());
    }

    private static List<HttpResponse<String>> atOnce(Session who, String path, String... fields) throws Exception {
        CyclicBarrier together = new CyclicBarrier(CLICKS);
        try (ExecutorService hands = Executors.newFixedThreadPool(CLICKS)) {
            List<Future<HttpResponse<String>>> clicks = new ArrayList<>();
            for (int i = 0; i < CLICKS; i++)
                clicks.add(hands.submit(() -> {
                    together.await();
                    return who.post(path, fields);
                }));
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> click : clicks) answers.add(click.get());
            return answers;
        }
    }
}
