package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Every button pressed several times at once does what it says once; the other presses are told so. */
@QuarkusTest
class DoubleClickTest {
    private static final int PRESSES = 3;
    private static final LocalDate START = TestClock.today().plusDays(60);
    private static final String EVENTS = "select count(*) from booking_event where booking_id = :id and kind = :kind";

    @Inject
    Fixtures fixtures;

    @Inject
    BookingTrail trail;

    private Place place;
    private Map<String, Object> body;

    @BeforeEach
    void placeAndRequest() {
        place = fixtures.place(new SpaceOf(1, 1, 2));
        body = Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(5));
        for (String user : new String[] {"porteur", "instructeur", "juriste", "signataire"}) Tokens.of(user);
    }

    @RepeatedTest(3)
    void theWholeJourneyWithTripledClicks() throws Exception {
        int id = created();
        edited(id);
        once(id, "SUBMIT", () -> press("porteur", id, "submission", "{}"), 409);
        assertEquals(
                1L,
                fixtures.one("select count(*) from deadline where subject_id = :id and kind = 'SILENCE'", "id", id));
        once(id, "TAKE_UP", () -> press("instructeur", id, "review", "{}"), 409);
        once(id, "APPROVE", () -> press("instructeur", id, "approval", Requests.AGREED), 409);
        assertEquals(1L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", id));
        String number = issued(id);
        signed(id, number);
        assertTrue(trail.isWhole(id));
    }

    @RepeatedTest(2)
    void aWithdrawalOrARefusalIsDoneOnce() throws Exception {
        int id = created();
        once(id, "SUBMIT", () -> press("porteur", id, "submission", "{}"), 409);
        once(id, "WITHDRAW", () -> press("porteur", id, "withdrawal", "{\"reason\": \"Le matériel manque.\"}"), 409);
        assertEquals(0L, fixtures.one("select count(*) from occupation where booking_id = :id", "id", id));
        int other = created();
        press("porteur", other, "submission", "{}");
        press("instructeur", other, "review", "{}");
        once(other, "REFUSE", () -> press("instructeur", other, "refusal", Requests.REFUSED), 409);
        assertTrue(trail.isWhole(other));
    }

    @RepeatedTest(2)
    void oneKeyWithSeveralContentsFilesOneOfThem() throws Exception {
        String key = UUID.randomUUID().toString();
        AtomicInteger people = new AtomicInteger();
        List<Response> answers = atOnce(() -> as("porteur")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(with("needs", "Des badges pour " + people.incrementAndGet()))
                .post("/api/bookings"));
        oneOf(answers, 201, 422);
        assertEquals(
                1L, fixtures.one("select count(*) from booking where creation_key = cast(:key as uuid)", "key", key));
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> other = new HashMap<>(body);
        other.put(field, value);
        return other;
    }

    private int created() throws Exception {
        String key = UUID.randomUUID().toString();
        Object before = fixtures.one("select count(*) from project");
        List<Response> answers = atOnce(() -> as("porteur")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/bookings"));
        Set<Integer> ids = answers.stream()
                .map(answer -> answer.then().statusCode(201).extract().<Integer>path("id"))
                .collect(Collectors.toSet());
        assertEquals(1, ids.size());
        int id = ids.iterator().next();
        assertEquals(1L, count(id, "CREATE"));
        assertEquals((long) before + 1, fixtures.one("select count(*) from project"));
        return id;
    }

    private void edited(int id) throws Exception {
        String version = as("porteur").get("/api/bookings/{id}", id).header("ETag");
        List<Response> answers = atOnce(() -> as("porteur")
                .contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .put("/api/bookings/{id}", id));
        oneOf(answers, 200, 412);
        assertEquals(1L, fixtures.one("select count(*) from slot where booking_id = :id", "id", id));
    }

    private void once(int id, String kind, Callable<Response> button, int others) throws Exception {
        oneOf(atOnce(button), 200, others);
        assertEquals(1L, count(id, kind));
    }

    private String issued(int id) throws Exception {
        Object before = fixtures.one("select coalesce(sum(last), 0) from document_counter where kind = 'CONVENTION'");
        List<Response> answers = atOnce(() -> as("juriste").post("/api/bookings/{id}/conventions", id));
        oneOf(answers, 201, 409);
        assertEquals(1L, count(id, "ISSUE_CONVENTION"));
        assertEquals(1L, fixtures.one("select count(*) from document where booking_id = :id", "id", id));
        Object after = fixtures.one("select coalesce(sum(last), 0) from document_counter where kind = 'CONVENTION'");
        assertEquals(((Number) before).longValue() + 1, ((Number) after).longValue());
        return (String) fixtures.one("select number from document where booking_id = :id", "id", id);
    }

    private void signed(int id, String number) throws Exception {
        String hash = as("signataire").get("/api/conventions/{number}", number).path("sha256");
        String consent = "{\"sha256\": \"" + hash + "\", \"consent\": true}";
        for (String user : new String[] {"signataire", "porteur"}) {
            List<Response> answers = atOnce(() -> as(user).contentType("application/json")
                    .body(consent)
                    .post("/api/conventions/{number}/signatures", number));
            for (Response answer : answers)
                assertTrue(Set.of(200, 409, 412).contains(answer.statusCode()), answer.asString());
            assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == 200));
        }
        assertEquals(1L, count(id, "SIGN"));
        assertEquals(1L, count(id, "CONCLUDE"));
        assertEquals(
                2L,
                fixtures.one(
                        "select count(*) from signature s join document d on d.id = s.document_id where d.booking_id = :id",
                        "id",
                        id));
    }

    private Object count(int id, String kind) {
        return fixtures.one(EVENTS, "id", id, "kind", kind);
    }

    private static Response press(String user, int id, String noun, String body) {
        return as(user).contentType("application/json").body(body).post("/api/bookings/{id}/{noun}", id, noun);
    }

    private static void oneOf(List<Response> answers, int done, int refused) {
        List<Integer> statuses =
                answers.stream().map(Response::statusCode).sorted().toList();
        List<Integer> expected = new ArrayList<>(List.of(done));
        for (int i = 1; i < PRESSES; i++) expected.add(refused);
        assertEquals(
                expected,
                statuses,
                () -> answers.stream().map(Response::asString).toList().toString());
    }

    private static List<Response> atOnce(Callable<Response> button) throws Exception {
        CyclicBarrier together = new CyclicBarrier(PRESSES);
        try (ExecutorService hands = Executors.newFixedThreadPool(PRESSES)) {
            List<Future<Response>> presses = new ArrayList<>();
            for (int i = 0; i < PRESSES; i++)
                presses.add(hands.submit(() -> {
                    together.await();
                    return button.call();
                }));
            List<Response> answers = new ArrayList<>();
            for (Future<Response> press : presses) answers.add(press.get());
            return answers;
        }
    }
}
