package fr.terrain.availability;

import fr.terrain.availability.BusyRepository.Due;
import fr.terrain.fetch.FetchFault;
import fr.terrain.fetch.Fetched;
import fr.terrain.fetch.Fetcher;
import fr.terrain.fetch.Wanted;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the calendars of partners, each every half hour by whichever replica comes first; one that fails keeps what it said last. */
@ApplicationScoped
public class BusyJob {
    private static final Duration EVERY = Duration.ofMinutes(30);
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(1830);
    private static final Set<String> TYPES = Set.of("text/calendar", "application/ics", "text/plain");

    @Inject
    BusyRepository feeds;

    @Inject
    Fetcher fetcher;

    @Inject
    Clock clock;

    @Scheduled(
            identity = "busy",
            every = "${terrain.busy.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        run();
    }

    /** Reads all whose turn it is; returns how many were tried. */
    public int run() {
        int tried = 0;
        for (Optional<Due> due = take(); due.isPresent(); due = take()) {
            read(due.get());
            tried++;
        }
        return tried;
    }

    private Optional<Due> take() {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> feeds.take(now, now.plus(EVERY)));
    }

    private void read(Due due) {
        try {
            Fetched fetched = fetcher.get(due.address(), Wanted.of(TYPES, due.etag(), due.lastModified()));
            Instant now = clock.instant();
            List<Busy> busy = fetched.same()
                    ? null
                    : BusyCalendar.read(fetched.body(), new Period(now.minus(BACK), now.plus(AHEAD)));
            QuarkusTransaction.requiringNew()
                    .run(() -> feeds.keep(due, busy, fetched.etag(), fetched.lastModified(), now));
        } catch (FetchFault | BusyFault fault) {
            failed(due, fault.getMessage());
        } catch (RuntimeException failure) {
            Log.errorf(failure, "the calendar of space %d was not taken in", due.space());
            failed(due, "Cet agenda n’a pas pu être repris.");
        }
    }

    private void failed(Due due, String words) {
        QuarkusTransaction.requiringNew().run(() -> feeds.failed(due, words));
    }
}
