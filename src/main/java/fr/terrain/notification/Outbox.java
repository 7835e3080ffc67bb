package fr.terrain.notification;

import fr.terrain.notification.OutboxRepository.Pending;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Empties the outbox: one event a transaction, which files its deliveries and takes the event out together, so that an
 * event is either still there or told to everybody. Several replicas may run it.
 */
@ApplicationScoped
public class Outbox {
    private static final int MOST_AT_ONCE = 500;
    private static final int LONGEST_FAULT = 1000;
    private static final int MOST_DOUBLINGS = 8;

    @Inject
    OutboxRepository outbox;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    PreferenceRepository preferences;

    @Inject
    Emails emails;

    @Inject
    Sources sources;

    @Inject
    Clock clock;

    /** Files the deliveries of all events that are due, the oldest first; returns how many events left the outbox. */
    public int file() {
        int filed = 0;
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Optional<Boolean> one = fileNext();
            if (one.isEmpty()) break;
            if (one.get()) filed++;
        }
        return filed;
    }

    /** Empty when nothing is due; false when the letters of an event cannot be written: it is set aside, in nobody's way. */
    private Optional<Boolean> fileNext() {
        AtomicReference<Pending> held = new AtomicReference<>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                Optional<Pending> taken = outbox.take(clock.instant());
                taken.ifPresent(pending -> {
                    held.set(pending);
                    sources.get(pending.source()).write(pending.event()).forEach(one -> file(pending, one));
                    outbox.done(pending);
                });
                return taken.map(pending -> true);
            });
        } catch (RuntimeException failure) {
            if (held.get() == null) throw failure;
            setAside(held.get(), failure);
            return Optional.of(false);
        }
    }

    private void file(Pending pending, Addressed one) {
        Rhythm rhythm = one.always() || one.account() == null ? Rhythm.AT_ONCE : preferences.of(one.account());
        if (rhythm == Rhythm.NONE) return;
        deliveries.file(pending.source(), pending.event(), one, emails.of(one.letter()), rhythm, clock.instant());
    }

    private void setAside(Pending pending, RuntimeException failure) {
        Log.errorf(failure, "the letters about %s %d cannot be written", pending.source(), pending.event());
        Instant next = clock.instant().plus(Duration.ofMinutes(1L << Math.min(pending.attempts(), MOST_DOUBLINGS)));
        QuarkusTransaction.requiringNew().run(() -> outbox.setAside(pending, next, words(failure)));
    }

    private static String words(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; depth < 20 && cause.getCause() != null; depth++) cause = cause.getCause();
        return SingleLine.of(cause.getClass().getSimpleName() + ": " + cause.getMessage(), LONGEST_FAULT);
    }
}
