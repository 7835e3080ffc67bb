package fr.terrain.notification;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import fr.terrain.account.AccountRepository;
import fr.terrain.http.French;
import fr.terrain.notification.Emails.DigestLetter;
import fr.terrain.notification.Emails.Item;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Makes the daily digests: at half past seven in Paris, or as soon after as the service runs, once a day for each person who has news. */
@ApplicationScoped
public class Digests {
    static final String SOURCE = "digest";
    private static final LocalTime HOUR = LocalTime.of(7, 30);

    @Inject
    DigestRepository digests;

    @Inject
    DeliveryRepository deliveries;

    @Inject
    AccountRepository accounts;

    @Inject
    Emails emails;

    @Inject
    Clock clock;

    /** Makes the digests that are due; returns how many it made. */
    public int make() {
        Instant now = clock.instant();
        LocalDate day = now.atZone(ParisClock.PARIS).toLocalDate();
        Instant cut = ParisClock.at(day.atTime(HOUR)).toInstant();
        if (now.isBefore(cut)) return 0;
        int made = 0;
        for (long account : QuarkusTransaction.requiringNew().call(() -> digests.listDue(day, cut)))
            if (make(account, day, cut)) made++;
        return made;
    }

    /** One that cannot be made does not keep the others from theirs. */
    private boolean make(long account, LocalDate day, Instant cut) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> digests.open(account, day, clock.instant())
                            .map(digest -> file(digest, account, day, cut))
                            .orElse(false));
        } catch (RuntimeException failure) {
            Log.errorf(failure, "the digest of account %d cannot be made", account);
            return false;
        }
    }

    private boolean file(long digest, long account, LocalDate day, Instant cut) {
        List<Item> items = digests.gather(digest, account, cut);
        if (items.isEmpty()) return false;
        Account person = accounts.findById(account);
        DigestLetter letter =
                new DigestLetter("Récapitulatif du " + French.date(day), SingleLine.of(person.name), items);
        Addressed addressed = new Addressed(null, account, person.name, person.email, true);
        deliveries.file(SOURCE, digest, addressed, emails.of(letter), Rhythm.AT_ONCE, clock.instant());
        return true;
    }
}
