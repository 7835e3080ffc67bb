package fr.terrain.deadline;

import fr.terrain.deadline.DeadlineRepository.Taken;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Fires what falls due, one deadline a transaction, the oldest first. Every replica runs it: what it is about and then the row is locked
 * by who fires it, in the order of every verb, and skipped by the others; what was missed while all were stopped is fired when one starts.
 */
@ApplicationScoped
public class DeadlineJob {
    private static final Duration FIRST_DELAY = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final int LONGEST_ERROR = 500;
    private static final int DEEPEST_CAUSE = 20;

    @Inject
    DeadlineRepository deadlines;

    @Inject
    Event<Due> due;

    @Inject
    Clock clock;

    @Scheduled(
            identity = "deadlines",
            every = "${terrain.deadlines.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        run();
    }

    /** Fires all that is due now; returns how many it did, failures not counted. */
    public int run() {
        int fired = 0;
        List<Boolean> tried = tryAll();
        while (!tried.isEmpty()) {
            fired += Collections.frequency(tried, true);
            tried = tryAll();
        }
        return fired;
    }

    /** Whether each that was due and free was done; what one of them makes fall due at once is for the next time. */
    private List<Boolean> tryAll() {
        List<Long> due = QuarkusTransaction.requiringNew().call(() -> deadlines.listDue(clock.instant()));
        return due.stream().map(this::fire).flatMap(Optional::stream).toList();
    }

    /** Fires this one now if it is due, whenever it was to be tried again; false when it fails or there is nothing to fire. */
    public boolean retry(long id) {
        return fire(id).orElse(false);
    }

    /** How long after its last failure a deadline is tried again: a minute, then twice as long each time, some four hours at most. */
    static Duration delay(int attempts) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    }

    /** Nothing to fire is empty; a failure undoes what was done and leaves its words in the row. */
    private Optional<Boolean> fire(long id) {
        AtomicReference<Taken> held = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Instant now = clock.instant();
                Optional<Taken> taken = deadlines.take(id, now);
                taken.ifPresent(one -> {
                    held.set(one);
                    due.fire(one.due());
                    deadlines.fired(one, now);
                });
                return taken.map(one -> true);
            });
        } catch (RuntimeException | Error failure) {
            if (held.get() == null) throw failure;
            failed(held.get(), failure);
            return Optional.of(false);
        }
    }

    private void failed(Taken taken, Throwable failure) {
        int attempts = taken.attempts() + 1;
        Log.errorf(
                failure,
                "the deadline %d, %s of %s %d, failed %d times",
                taken.id(),
                taken.due().kind(),
                taken.due().subject(),
                taken.due().subjectId(),
                attempts);
        Instant retry = clock.instant().plus(delay(attempts));
        QuarkusTransaction.requiringNew().run(() -> deadlines.failed(taken, retry, words(failure)));
    }

    /** What went wrong, on one line: the first cause says more than what was made of it. */
    static String words(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < DEEPEST_CAUSE && cause.getCause() != null; depth++) cause = cause.getCause();
        String name = cause.getClass().getName();
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String line = name.substring(name.lastIndexOf('.') + 1) + message;
        return line.substring(0, Math.min(line.length(), LONGEST_ERROR))
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\u0085\\u2028\\u2029]+", " ")
                .strip();
    }
}
