package fr.terrain.audit;

import fr.terrain.ParisClock;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Seals each day that has ended, once, whichever replica comes first; days missed while the service was away get one seal together. A seal is followed by a verification. */
@ApplicationScoped
public class Sealer {
    private static final int BEFORE_OTHERS = 1;

    @Inject
    SealRepository seals;

    @Inject
    SealKeys keys;

    @Inject
    Auditor auditor;

    @Inject
    Clock clock;

    /** A trail that nobody seals proves nothing: without the key the service does not start. */
    void check(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        if (keys.current().isEmpty())
            throw new IllegalStateException(
                    "TERRAIN_SEAL_KEY is missing: the trail cannot be sealed (an Ed25519 key, PKCS#8, Base64)");
    }

    @Scheduled(
            every = "{terrain.seal.every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTime() {
        seal().ifPresent(seal -> auditor.verify(null));
    }

    /** The seal of yesterday, if it was still to be made and nobody else makes it now. */
    public Optional<Seal> seal() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = now.atZone(ParisClock.PARIS).toLocalDate().minusDays(1);
        Optional<Seal> made = QuarkusTransaction.requiringNew().call(() -> seal(day, now));
        made.ifPresent(
                seal -> Log.infof("sealed %s: %d chains, seal %s", seal.day(), seal.chains(), seal.fingerprint()));
        return made;
    }

    private Optional<Seal> seal(LocalDate day, Instant now) {
        if (!seals.lock()) return Optional.empty();
        Optional<Seal> last = seals.findLast();
        if (last.isPresent() && !last.get().day().isBefore(day)) return Optional.empty();
        Head.Root root = seals.gather(day);
        seals.keep(keys.current().orElseThrow(), now);
        Seal seal = Seal.make(
                day,
                last.map(before -> before.day().plusDays(1)).orElse(day),
                now,
                root.count(),
                root.value(),
                last.map(Seal::hash).orElse(null),
                keys);
        seals.insert(seal);
        return Optional.of(seal);
    }
}
