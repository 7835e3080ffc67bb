package fr.terrain.notification;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sends what is due, one delivery a transaction that holds its row: no other sender takes it meanwhile, and a sender that
 * dies lets go of it. It is marked once the server has answered 250; who dies in between sends it again under the same
 * Message-ID, so that nothing is lost and a copy is known for one.
 */
@ApplicationScoped
public class NotificationSender {
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(30);
    /** Longer than all answers of one delivery together may take. */
    private static final int LONGEST_TRANSACTION = 600;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Sources sources;

    @Inject
    ReceiptMails receipts;

    @Inject
    MailServer server;

    @Inject
    Clock clock;

    /** Sends all that is due, for half a minute at most; returns how many the server took. */
    public int send() {
        if (!server.isConfigured()) return 0;
        int sent = 0;
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        while (System.nanoTime() < end) {
            Optional<Boolean> one = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_TRANSACTION)
                    .call(this::sendNext);
            if (one.isEmpty()) break;
            if (one.get()) sent++;
        }
        return sent;
    }

    private Optional<Boolean> sendNext() {
        Optional<Delivery> taken = deliveries.take(clock.instant());
        return taken.map(delivery -> {
            Outcome outcome = handOver(delivery);
            note(delivery, outcome);
            return outcome.sent();
        });
    }

    /** What only the reader may know is put in its place now; a letter whose secret is worth nothing any more is not sent. */
    private Outcome handOver(Delivery delivery) {
        try {
            Optional<Secret> secret =
                    sources.find(delivery.source()).flatMap(source -> source.secret(delivery.event()));
            if (secret.isEmpty()) return server.send(delivery);
            return secret.get()
                    .words()
                    .map(words -> server.send(delivery.with(words)))
                    .orElseGet(() -> Outcome.pointless("its link leads nowhere any more"));
        } catch (RuntimeException failure) {
            return Outcome.of(failure);
        }
    }

    private void note(Delivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        if (outcome.sent()) {
            deliveries.sent(delivery, now);
            receipts.left(delivery, now);
            return;
        }
        Optional<Instant> next = outcome.forGood() ? Optional.empty() : Backoff.after(delivery.attempts() + 1, now);
        deliveries.failed(delivery, next, outcome.code(), outcome.words());
        Log.warnf(
                "delivery %d was not taken (%s), %s",
                delivery.id(), outcome.words(), next.map(at -> "next try " + at).orElse("no further try"));
    }
}
