package fr.terrain.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.TestClock;
import fr.terrain.deadline.Deadlines.Kind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What falls due is fired once, in its order; what fails is tried again and hinders nobody. */
@QuarkusTest
class DeadlineJobTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Inject
    Fixtures fixtures;

    @Inject
    DeadlineJob job;

    @Inject
    Ringing ringing;

    @Inject
    Deadlines deadlines;

    @Test
    void twoRunnersFireEachRowOnce() throws Exception {
        List<Long> subjects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long subject = open(Kind.OPINION, LONG_AGO.plusSeconds(i));
            ringing.when(subject, due -> pause());
            subjects.add(subject);
        }
        CyclicBarrier together = new CyclicBarrier(2);
        List<Integer> fired = new ArrayList<>();
        try (ExecutorService runners = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 2; i++)
                results.add(runners.submit(() -> {
                    together.await();
                    return job.run();
                }));
            for (Future<Integer> result : results) fired.add(result.get());
        }
        List<Long> heard = new ArrayList<>(
                ringing.heard(subjects).stream().map(Due::subjectId).toList());
        Collections.sort(heard);
        assertEquals(subjects, heard);
        assertTrue(fired.stream().allMatch(one -> one > 0), "one runner did it all: " + fired);
        subjects.forEach(subject -> assertEquals("FIRED", state(subject, "outcome")));
    }

    @Test
    void afterAStopTheOldestComesFirst() {
        Instant now = TestClock.now().truncatedTo(ChronoUnit.MICROS);
        long second = open(Kind.OPINION, now.plus(2, ChronoUnit.HOURS));
        long third = open(Kind.OPINION, now.plus(3, ChronoUnit.HOURS));
        long first = open(Kind.OPINION, now.plus(1, ChronoUnit.HOURS));
        long tomorrow = open(Kind.OPINION, now.plus(25, ChronoUnit.HOURS));
        List<Long> all = List.of(first, second, third, tomorrow);
        job.run();
        assertEquals(List.of(), ringing.heard(all));
        TestClock.travel(Duration.ofHours(24));
        job.run();
        assertEquals(
                List.of(first, second, third),
                ringing.heard(all).stream().map(Due::subjectId).toList());
        assertEquals(
                now.plus(1, ChronoUnit.HOURS), ringing.heard(all).getFirst().dueAt());
        job.run();
        assertEquals(3, ringing.heard(all).size());
        assertTrue(deadlines.findDue(tomorrow, Kind.OPINION).isPresent());
    }

    @Test
    void aFailureIsUndoneKeptAndTriedAgain() {
        long failing = open(Kind.OPINION, LONG_AGO);
        long behind = open(Kind.OPINION, LONG_AGO.plusSeconds(1));
        ringing.when(failing, due -> {
            throw new IllegalStateException("no mail\nserver today");
        });
        job.run();
        assertEquals(1, ringing.heard(List.of(behind)).size(), "a failing row hindered the one behind");
        assertEquals(1, state(failing, "attempts"));
        assertEquals("IllegalStateException: no mail server today", state(failing, "last_error"));
        assertNull(state(failing, "outcome"));
        assertTrue(deadlines.findDue(failing, Kind.REPORT).isEmpty(), "what a failing observer did was not undone");
        job.run();
        assertEquals(1, ringing.heard(List.of(failing)).size(), "a failure was tried again at once");
        TestClock.travel(Duration.ofSeconds(61));
        job.run();
        assertEquals(2, state(failing, "attempts"));
        ringing.when(failing, due -> {});
        TestClock.travel(Duration.ofSeconds(119));
        job.run();
        assertEquals(2, ringing.heard(List.of(failing)).size(), "the second wait is twice as long");
        TestClock.travel(Duration.ofSeconds(2));
        job.run();
        assertEquals("FIRED", state(failing, "outcome"));
        assertTrue(deadlines.findDue(failing, Kind.REPORT).isPresent());
        assertEquals(LONG_AGO, deadlines.findFired(failing, Kind.OPINION).orElseThrow());
    }

    @Test
    void whatPoisonsTheJobDoesNotStopIt() {
        long poison = open(Kind.OPINION, LONG_AGO);
        long behind = open(Kind.OPINION, LONG_AGO.plusSeconds(1));
        ringing.when(poison, due -> {
            throw new StackOverflowError();
        });
        job.run();
        assertEquals("StackOverflowError", state(poison, "last_error"));
        assertEquals("FIRED", state(behind, "outcome"));
        ringing.when(poison, due -> {});
    }

    @Test
    void whatIsPutOffStaysOpen() {
        Instant later = LONG_AGO.plus(Duration.ofDays(20_000));
        long start = open(Kind.OPINION, LONG_AGO);
        ringing.when(start, due -> deadlines.open(start, Kind.OPINION, later));
        job.run();
        assertEquals(later, deadlines.findDue(start, Kind.OPINION).orElseThrow());
        assertEquals(0, state(start, "attempts"));
        assertTrue(deadlines.findFired(start, Kind.OPINION).isEmpty());
    }

    @Test
    void whatNoLongerRunsIsNotFired() {
        long closed = open(Kind.OPINION, LONG_AGO);
        fixtures.run(
                "update deadline set done_at = now(), outcome = 'CLOSED' where subject_id = :id and kind = 'OPINION'",
                "id",
                closed);
        job.run();
        assertEquals(List.of(), ringing.heard(List.of(closed)));
    }

    @Test
    void movingADeadlineForgetsItsFailures() {
        long moved = open(Kind.OPINION, LONG_AGO);
        ringing.when(moved, due -> {
            throw new IllegalStateException("not yet");
        });
        job.run();
        assertEquals(1, state(moved, "attempts"));
        Instant later = LONG_AGO.plus(Duration.ofDays(20_000));
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(() -> deadlines.open(moved, Kind.OPINION, later));
        assertEquals(0, state(moved, "attempts"));
        assertFalse(job.retry(id(moved)), "it is not due any more");
        assertEquals(0, state(moved, "attempts"));
    }

    @Test
    void eachWaitIsTwiceAsLongUpToFourHours() {
        assertEquals(Duration.ofMinutes(1), DeadlineJob.delay(1));
        assertEquals(Duration.ofMinutes(2), DeadlineJob.delay(2));
        assertEquals(Duration.ofMinutes(128), DeadlineJob.delay(8));
        assertEquals(Duration.ofMinutes(256), DeadlineJob.delay(9));
        assertEquals(Duration.ofMinutes(256), DeadlineJob.delay(1_000));
    }

    @Test
    void anErrorFitsItsColumn() {
        assertEquals(
                500,
                DeadlineJob.words(new IllegalStateException("é".repeat(900))).length());
        assertEquals("DeadlineJobTest$1", DeadlineJob.words(new RuntimeException() {}));
        assertEquals(
                "IllegalStateException: first",
                DeadlineJob.words(new RuntimeException("last", new IllegalStateException("first"))));
    }

    private long open(Kind kind, Instant due) {
        long subject = Ringing.newSubject();
        fixtures.run(
                "insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :id, :kind, :due)",
                "id",
                subject,
                "kind",
                kind.name(),
                "due",
                due);
        return subject;
    }

    private long id(long subject) {
        return ((Number) fixtures.one(
                        "select id from deadline where subject_id = :id and kind <> 'REPORT'", "id", subject))
                .longValue();
    }

    private Object state(long subject, String column) {
        return fixtures.one(
                "select " + column + " from deadline where subject_id = :id and kind <> 'REPORT'", "id", subject);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
