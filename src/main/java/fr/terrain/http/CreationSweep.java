package fr.terrain.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets after a day what creations answered; every replica may do it. */
@ApplicationScoped
public class CreationSweep {
    private static final Duration KEPT = Duration.ofHours(24);

    @Inject
    CreationRepository creations;

    @Inject
    Clock clock;

    @Scheduled(identity = "creations", every = "1h", delayed = "10m")
    void round() {
        run();
    }

    /** Returns how many were forgotten. */
    int run() {
        return creations.sweep(clock.instant().minus(KEPT));
    }
}
