package fr.terrain.notification;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** What brings mail on its way every second, in every replica. */
@ApplicationScoped
public class NotificationJob {
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    Outbox outbox;

    @Inject
    Digests digests;

    @Inject
    NotificationSender sender;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Clock clock;

    @Scheduled(
            identity = "mail",
            every = "${terrain.mail.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        outbox.file();
        digests.make();
        sender.send();
    }

    /** What was sent three months ago has been read: only that it was sent is kept. */
    @Scheduled(
            identity = "mail-forget",
            every = "${terrain.mail.forget-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.forget(clock.instant().minus(KEPT)));
    }
}
