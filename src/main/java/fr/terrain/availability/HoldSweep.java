package fr.terrain.availability;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tidies away the holds that lapsed, now and then: nothing waits for it, for they block no more. */
@ApplicationScoped
class HoldSweep {
    @Inject
    Occupation occupation;

    @Scheduled(
            identity = "holds",
            every = "${terrain.holds.sweep}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        QuarkusTransaction.requiringNew().call(occupation::sweepLapsed);
    }
}
