package fr.terrain.convention;

import static fr.terrain.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A convention issued under a key is issued once; whoever sends the same again gets the same answer. */
@QuarkusTest
class ConventionKeyTest {
    @Inject
    AgreedBookings bookings;

    @Inject
    Fixtures fixtures;

    private long booking;
    private String key;

    @BeforeEach
    void anAgreedBooking() {
        booking = bookings.next().id();
        key = UUID.randomUUID().toString();
    }

    @Test
    void theSameAnswerIsGivenAgain() {
        Response first = issue("juriste", booking, key);
        Response again = issue("juriste", booking, key);
        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(1L, conventions());
        issue("juriste", booking, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problemes/not-now"));
    }

    @Test
    void twinsAtOnceGetOneConventionAndOneAnswer() throws Exception {
        issue("juriste", booking, "rien").then().statusCode(400).body("field", equalTo("Idempotency-Key"));
        List<Future<Response>> twins = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) twins.add(hands.submit(() -> issue("juriste", booking, key)));
        }
        List<String> answers = new ArrayList<>();
        for (Future<Response> twin : twins) {
            assertEquals(201, twin.get().statusCode(), twin.get().asString());
            answers.add(twin.get().asString());
        }
        assertEquals(1, answers.stream().distinct().count());
        assertEquals(1L, conventions());
    }

    @Test
    void anotherContentUnderTheKeyIsRefused() {
        issue("juriste", booking, key).then().statusCode(201);
        long other = bookings.next().id();
        issue("juriste", other, key).then().statusCode(422).body("type", equalTo("/problemes/cle-deja-employee"));
    }

    @Test
    void theKeyOfAnotherIsNotMine() {
        issue("juriste", booking, key).then().statusCode(201);
        issue("porteuse", booking, key).then().statusCode(404);
    }

    @Test
    void whatFailedMayBeTriedAgain() {
        issue("instructeur", booking, key).then().statusCode(403);
        fixtures.run(
                "update member set capabilities = array_append(capabilities, 'legal') where account_id = :account and organisation_id = "
                        + "(select organisation_id from party where booking_id = :booking and role = 'GRANTOR')",
                "account",
                fixtures.account(User.INSTRUCTEUR),
                "booking",
                booking);
        issue("instructeur", booking, key).then().statusCode(201);
    }

    @Test
    void anAnswerIsKeptForADay() {
        issue("juriste", booking, key).then().statusCode(201);
        TestClock.travel(Duration.ofHours(23));
        sweep();
        assertEquals(1L, kept());
        TestClock.travel(Duration.ofHours(2));
        sweep();
        assertEquals(0L, kept());
    }

    @Test
    void whoNeverCameBackIsTakenOver() {
        fixtures.run(
                "insert into creation_answer (account_id, key, request_hash, begun_at) values (:account, cast(:key as uuid), sha256('x'), :then)",
                "account",
                fixtures.account(User.JURISTE),
                "key",
                key,
                "then",
                TestClock.now().minusSeconds(180));
        issue("juriste", booking, key).then().statusCode(201);
        assertEquals(1L, conventions());
    }

    private static void sweep() {
        fr.terrain.http.Sweeping.now();
    }

    private static Response issue(String user, long booking, String key) {
        return as(user).header("Idempotency-Key", key).post("/api/bookings/{id}/conventions", booking);
    }

    private Object kept() {
        return fixtures.one("select count(*) from creation_answer where key = cast(:key as uuid)", "key", key);
    }

    private Object conventions() {
        return fixtures.one("select count(*) from document d where d.booking_id = :booking", "booking", booking);
    }
}
