package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.TestClock;
import fr.terrain.booking.BookingStatus;
import fr.terrain.booking.Verb;
import fr.terrain.notification.Delivery.State;
import fr.terrain.notification.Happenings.Cast;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people choose to hear, and the digest of the day: once, at half past seven in Paris, whatever the clocks do. */
@QuarkusTest
class DigestTest {
    private static final Path APPROVED = Path.of("src/test/resources/mails/digest.txt");
    private static final String MINE =
            "select count(*) from delivery where account_id = :account and channel = :channel and state = :state";

    @Inject
    Happenings happenings;

    @Inject
    Fixtures fixtures;

    @Inject
    Outbox outbox;

    @Inject
    Digests digests;

    @Inject
    PreferenceRepository preferences;

    private Cast cast;

    @BeforeEach
    void someoneWhoChoseTheDigest() {
        fixtures.run("delete from event_pending");
        cast = happenings.cast();
        choose(cast.olive(), Rhythm.DAILY);
    }

    @Test
    void newsWaitForTheDigestAndDecisionsDoNot() {
        TestClock.travel(LocalDateTime.parse("2027-02-01T09:00"));
        takenUp();
        happenings.happen(
                happenings.booking(cast, BookingStatus.REFUSED),
                Verb.REFUSE,
                BookingStatus.IN_REVIEW,
                BookingStatus.REFUSED,
                cast.ines(),
                "{\"law\": \"Le droit.\", \"fact\": \"Le fait.\"}",
                TestClock.now());
        outbox.file();
        assertEquals(1, count(cast.olive(), "DIGEST", State.WAITING));
        assertEquals(1, count(cast.olive(), "MAIL", State.WAITING));
        assertEquals(2, count(cast.paul(), "MAIL", State.WAITING));
    }

    @Test
    void whoWantsNoneHearsDecisionsOnly() {
        choose(cast.olive(), Rhythm.NONE);
        takenUp();
        outbox.file();
        assertEquals(0, count(cast.olive(), "MAIL", State.WAITING) + count(cast.olive(), "DIGEST", State.WAITING));
        assertEquals(1, count(cast.paul(), "MAIL", State.WAITING));
    }

    /** An ordinary day, the last Sundays of March and October, the leap day, New Year. */
    @ParameterizedTest
    @ValueSource(strings = {"2027-06-15", "2027-03-28", "2027-10-31", "2028-02-29", "2027-01-01"})
    void digestIsMadeOnceAtHalfPastSeven(String day) {
        TestClock.travel(LocalDateTime.parse(day + "T07:00"));
        takenUp();
        takenUp();
        outbox.file();
        TestClock.travel(LocalDateTime.parse(day + "T07:29:58"));
        digests.make();
        assertEquals(2, count(cast.olive(), "DIGEST", State.WAITING));
        TestClock.travel(LocalDateTime.parse(day + "T07:30:01"));
        digests.make();
        assertEquals(2, count(cast.olive(), "DIGEST", State.GATHERED));
        assertEquals(1, digestsOf(cast.olive()));
        takenUp();
        outbox.file();
        TestClock.travel(LocalDateTime.parse(day + "T23:59"));
        digests.make();
        assertEquals(1, digestsOf(cast.olive()), "one a day");
        TestClock.travel(LocalDateTime.parse(day + "T09:00").plusDays(1));
        digests.make();
        assertEquals(2, digestsOf(cast.olive()), "what came later is told on the next day");
        assertEquals(3, count(cast.olive(), "DIGEST", State.GATHERED));
    }

    @Test
    void serviceThatSleptMakesTheDigestWhenItWakes() {
        TestClock.travel(LocalDateTime.parse("2027-07-01T12:00"));
        takenUp();
        outbox.file();
        TestClock.travel(LocalDateTime.parse("2027-07-05T03:00"));
        digests.make();
        assertEquals(0, digestsOf(cast.olive()), "not in the night");
        TestClock.travel(LocalDateTime.parse("2027-07-05T16:20"));
        digests.make();
        assertEquals(1, digestsOf(cast.olive()));
    }

    @Test
    void replicasAtOnceMakeOneDigest() throws Exception {
        TestClock.travel(LocalDateTime.parse("2027-08-01T06:00"));
        takenUp();
        outbox.file();
        TestClock.travel(LocalDateTime.parse("2027-08-01T08:00"));
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            Callable<Integer> make = digests::make;
            for (var done : replicas.invokeAll(List.of(make, make, make, make))) done.get();
        }
        assertEquals(1, digestsOf(cast.olive()));
        assertEquals(1, count(cast.olive(), "DIGEST", State.GATHERED));
    }

    @Test
    void nobodyGetsAnEmptyDigest() {
        TestClock.travel(LocalDateTime.parse("2027-09-01T08:00"));
        digests.make();
        assertEquals(0, digestsOf(cast.olive()));
    }

    @Test
    void saysWhatWasApproved() throws IOException {
        TestClock.travel(LocalDateTime.parse("2027-09-10T06:00"));
        taken("TER-2026-9101", "Bouée connectée");
        taken("TER-2026-9102", "Robot < & > nettoyeur");
        outbox.file();
        TestClock.travel(LocalDateTime.parse("2027-09-10T07:31"));
        digests.make();
        Object[] mail = (Object[]) fixtures.one(
                "select subject, summary, link, words, html, state from delivery where source = 'digest' and account_id = :account",
                "account",
                cast.olive());
        String told = "Objet\u00a0: " + mail[0] + "\n\n" + mail[3];
        if (Boolean.getBoolean("terrain.golden.write")) Files.writeString(APPROVED, told);
        assertEquals(Files.readString(APPROVED), told);
        HtmlTwin.check(new Emails.Email(
                mail[0].toString(), mail[1].toString(), mail[2].toString(), mail[3].toString(), mail[4].toString()));
        assertEquals("WAITING", mail[5]);
    }

    @Test
    void eventWithoutWordsIsSetAsideAndStopsNobody() {
        fixtures.run(
                "insert into event_pending (source, event_id, filed_at) values ('inconnue', 1, '2020-01-01T00:00Z')");
        fixtures.run(
                "insert into event_pending (source, event_id, filed_at) values ('booking', 999999999, '2020-01-01T00:00Z')");
        takenUp();
        assertEquals(1, outbox.file());
        assertEquals(2L, fixtures.one("select count(*) from event_pending where fault is not null and attempts = 1"));
        assertTrue(fixtures.one("select fault from event_pending where source = 'inconnue'")
                .toString()
                .contains("nobody writes letters about events of inconnue"));
        assertEquals(0, outbox.file(), "not before it is due again");
        assertEquals(1, fixtures.one("select max(attempts) from event_pending"));
        QuarkusTransaction.requiringNew().run(() -> assertTrue(again("inconnue")));
        assertNull(fixtures.one("select fault from event_pending where source = 'inconnue'"));
        assertEquals(0, outbox.file());
        assertFalse(QuarkusTransaction.requiringNew().call(() -> again("booking-absente")));
    }

    @Inject
    OutboxRepository pending;

    private boolean again(String source) {
        return pending.again(source, 1);
    }

    private void takenUp() {
        happened(happenings.booking(cast, BookingStatus.IN_REVIEW));
    }

    private void taken(String reference, String title) {
        happened(happenings.booking(cast, reference, title, BookingStatus.IN_REVIEW));
    }

    private void happened(long booking) {
        happenings.happen(
                booking,
                Verb.TAKE_UP,
                BookingStatus.SUBMITTED,
                BookingStatus.IN_REVIEW,
                cast.ines(),
                "{}",
                TestClock.now());
    }

    private void choose(long account, Rhythm rhythm) {
        QuarkusTransaction.requiringNew().run(() -> preferences.choose(account, rhythm, TestClock.now()));
    }

    private long count(long account, String channel, State state) {
        return (long) fixtures.one(MINE, "account", account, "channel", channel, "state", state.name());
    }

    private long digestsOf(long account) {
        return (long) fixtures.one(
                "select count(*) from delivery where source = 'digest' and account_id = :account", "account", account);
    }
}
