package fr.terrain.booking;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestClock;
import fr.terrain.booking.Examined.Request;
import fr.terrain.deadline.Deadlines.Kind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A decision and the clock lock the booking first and its dates after: whoever comes second waits or passes by, and neither ever waits for the other in turn. */
@QuarkusTest
class DecisionAgainstClockTest {
    private static final int ROUNDS = 6;
    private static final int CONNECTIONS = 16;
    private static final String FREE_DEADLINE =
            "select count(*) from (select from deadline where subject_id = :id and kind = 'SILENCE' for update skip locked) free";
    private static final String FREE_PROJECT =
            "select count(*) from (select from project where id = (select project_id from booking where id = :id) for update skip locked) free";
    private static final String WAITS =
            "select exists (select from pg_locks l where not l.granted and pg_backend_pid() = any (pg_blocking_pids(l.pid)))";

    @Inject
    Fixtures fixtures;

    @Inject
    Examined examined;

    @Inject
    Deadline deadline;

    @Test
    void theClockPassesByABookingThatSomebodyIsDecidingOn() {
        long id = refusedBySilenceTonight();
        boolean fired = QuarkusTransaction.requiringNew().call(() -> {
            hold(id);
            CompletableFuture<Boolean> clock = CompletableFuture.supplyAsync(() -> deadline.fire(id, Kind.SILENCE));
            boolean answered = comesBack(clock);
            assertEquals(1L, count(FREE_DEADLINE, id), "the clock holds the date of a booking that it does not have");
            assertTrue(answered, "the clock waits for a decision");
            return clock.getNow(true);
        });
        assertFalse(fired);
        assertTrue(deadline.fire(id, Kind.SILENCE));
    }

    @Test
    void whoWaitsForABookingHoldsNoneOfItsOtherRows() {
        Request request = examined.next();
        Examined.post("instructeur", request, "waiting-list", "{}").statusCode(200);
        CompletableFuture<Integer> leaving = QuarkusTransaction.requiringNew().call(() -> {
            hold(request.id());
            CompletableFuture<Integer> verb =
                    CompletableFuture.supplyAsync(() -> Examined.post("porteur", request, "waiting-list-exit", "{}")
                            .extract()
                            .statusCode());
            waitUntilSomebodyWaits();
            assertEquals(
                    1L,
                    count(
                            "select count(*) from (select from waiting_entry where booking_id = :id for update skip locked) free",
                            request.id()));
            return verb;
        });
        assertEquals(200, leaving.join());
    }

    @Test
    void whoEditsADraftHoldsItsProjectAfterIt() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        Map<String, Object> body =
                Requests.body(place, fixtures.occupant(User.PORTEUR), Examined.START, Examined.START.plusDays(2));
        int id = Requests.create("porteur", body);
        String version = as("porteur").get("/api/bookings/{id}", id).header("ETag");
        CompletableFuture<Integer> editing = QuarkusTransaction.requiringNew().call(() -> {
            hold(id);
            CompletableFuture<Integer> edit = CompletableFuture.supplyAsync(() -> as("porteur")
                    .contentType("application/json")
                    .header("If-Match", version)
                    .body(body)
                    .put("/api/bookings/{id}", id)
                    .statusCode());
            waitUntilSomebodyWaits();
            assertEquals(1L, count(FREE_PROJECT, id), "the project is held by who waits for the booking");
            return edit;
        });
        assertEquals(200, editing.join());
    }

    @Test
    void decisionsAgainstTheClockNeverDeadlock() {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) requests.add(examined.next());
        TestClock.travel(LocalDateTime.parse("2027-02-15T08:00"));
        long before = deadlocks();
        for (Request request : requests) {
            CyclicBarrier together = new CyclicBarrier(2);
            CompletableFuture<Boolean> clock = CompletableFuture.supplyAsync(() -> {
                await(together);
                return deadline.fire(request.id(), Kind.SILENCE);
            });
            await(together);
            int status = Examined.post("instructeur", request, "refusal", Requests.REFUSED)
                    .extract()
                    .statusCode();
            clock.join();
            if (status != 200)
                Examined.post("instructeur", request, "refusal", Requests.REFUSED)
                        .statusCode(200);
            assertEquals(
                    0L,
                    count("select count(*) from deadline where subject_id = :id and attempts > 0", request.id()),
                    "the clock failed");
        }
        assertEquals(before, deadlocks());
    }

    private long refusedBySilenceTonight() {
        Request request = examined.next();
        TestClock.travel(LocalDateTime.parse("2027-02-15T08:00"));
        return request.id();
    }

    private void hold(long booking) {
        fixtures.list("select id from booking where id = :id for no key update", "id", booking);
    }

    private long count(String sql, long booking) {
        return ((Number) fixtures.one(sql, "id", booking)).longValue();
    }

    /** How many there were: each connection tells of its own when it is used again, a second later at the earliest; so all of them are used at once. */
    private long deadlocks() {
        pause(1_100);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++)
                all.submit(() -> fixtures.one("select cast(pg_stat_force_next_flush() as text) || pg_sleep(0.3)"));
        }
        return ((Number) fixtures.one("select deadlocks from pg_stat_database where datname = current_database()"))
                .longValue();
    }

    private void waitUntilSomebodyWaits() {
        for (int i = 0; i < 200 && !(Boolean) fixtures.one(WAITS); i++) pause(20);
        assertTrue((Boolean) fixtures.one(WAITS), "nobody waits for the booking");
    }

    private static boolean comesBack(CompletableFuture<?> done) {
        for (int i = 0; i < 100 && !done.isDone(); i++) pause(20);
        return done.isDone();
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
