package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.terrain.Fixtures;
import fr.terrain.notification.Happenings.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas over one outbox: each delivery leaves once, and none waits for another. */
@QuarkusTest
@TestProfile(SmtpProfile.class)
class ReplicasTest {
    @Inject
    Happenings happenings;

    @Inject
    Fixtures fixtures;

    @Inject
    Outbox outbox;

    @Inject
    NotificationSender sender;

    @ConfigProperty(name = "terrain.mail.port")
    int port;

    private Cast cast;

    @BeforeEach
    void nothingElseWaits() {
        happenings.clear();
        cast = happenings.cast();
    }

    @Test
    void sendersAtOnceSendEachDeliveryOnce() throws Exception {
        int bookings = 12;
        for (int i = 0; i < bookings; i++) happenings.approve(cast, "Bouée " + i);
        try (Catcher server = Catcher.on(port);
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            server.answerMessage(message -> {
                pause(15);
                return "250 taken";
            });
            AtomicInteger filed = new AtomicInteger();
            AtomicInteger sent = new AtomicInteger();
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 6; i++)
                work.add(() -> {
                    filed.addAndGet(outbox.file());
                    return sent.addAndGet(sender.send());
                });
            for (var done : threads.invokeAll(work)) done.get();
            sent.addAndGet(sender.send());
            assertEquals(bookings, filed.get());
            assertEquals(bookings * 4, sent.get());
            List<String> ids =
                    server.messages().stream().map(Catcher.Message::id).toList();
            assertEquals(bookings * 4, ids.size());
            assertEquals(bookings * 4, new HashSet<>(ids).size());
        }
    }

    @Test
    void anEventThatAnotherReplicaHoldsKeepsNobodyWaiting() {
        happenings.approve(cast, "Bouée tenue");
        happenings.approve(cast, "Bouée suivante");
        QuarkusTransaction.requiringNew().run(() -> {
            fixtures.list("select event_id from event_pending order by filed_at, source, event_id limit 1 for update");
            assertEquals(
                    1,
                    CompletableFuture.supplyAsync(outbox::file)
                            .orTimeout(10, TimeUnit.SECONDS)
                            .join());
        });
        assertEquals(1, outbox.file());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
