package fr.terrain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever calls is met at each call: made once, renamed when the identity says so, and waited for by nobody. */
@QuarkusTest
class MeetingTest {
    private final String subject = UUID.randomUUID().toString();

    @Inject
    AccountRepository accounts;

    @Test
    void whoIsMetInTwoCallsAtOnceWaitsForNeither() {
        long id = meet("Personne inventée");
        QuarkusTransaction.requiringNew().run(() -> {
            assertEquals(id, accounts.meet(subject, "Personne inventée", "personne@example.org").id);
            long meanwhile = CompletableFuture.supplyAsync(() -> meet("Personne inventée"))
                    .orTimeout(5, TimeUnit.SECONDS)
                    .join();
            assertEquals(id, meanwhile);
        });
    }

    @Test
    void anotherNameOfTheIdentityIsTakenOver() {
        long id = meet("Personne inventée");
        assertEquals(id, meet("Personne renommée"));
        assertEquals("Personne renommée", QuarkusTransaction.requiringNew().call(() -> accounts.findById(id).name));
    }

    @Test
    void whoComesTwiceAtFirstIsOnePerson() {
        CompletableFuture<Long> one = CompletableFuture.supplyAsync(() -> meet("Personne inventée"));
        CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> meet("Personne inventée"));
        assertEquals(one.join(), other.join());
    }

    private long meet(String name) {
        return QuarkusTransaction.requiringNew().call(() -> accounts.meet(subject, name, "personne@example.org").id);
    }
}
