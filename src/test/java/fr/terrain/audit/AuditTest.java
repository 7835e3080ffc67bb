package fr.terrain.audit;

import static fr.terrain.Tokens.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.TestSealKey;
import fr.terrain.booking.Requests;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever owns the schema and changes the past is found, and the request they changed is named; nothing else is. */
@QuarkusTest
class AuditTest {
    private static final LocalDate START = LocalDate.parse("2027-03-01");

    @Inject
    Fixtures fixtures;

    @Inject
    Sealer sealer;

    @Inject
    SealRepository seals;

    @Inject
    SealKeys keys;

    @Inject
    SealDays days;

    @Inject
    Clock clock;

    private long sealed;
    private long other;

    /** Two requests, both sealed: sent, taken up and refused; sent only. */
    @BeforeEach
    void twoSealedRequests() {
        Place place = fixtures.place(new SpaceOf(2, 0, 0));
        long occupant = fixtures.occupant(User.PORTEUR);
        sealed = Requests.create("porteur", Requests.body(place, occupant, START, START.plusDays(3)));
        other = Requests.create("porteur", Requests.body(place, occupant, START, START.plusDays(3)));
        verb("porteur", sealed, "submission", "");
        verb("porteur", other, "submission", "");
        verb("instructeur", sealed, "review", "");
        verb("instructeur", sealed, "refusal", Requests.REFUSED);
        sealTheDay();
    }

    private void sealTheDay() {
        days.endOne();
        assertTrue(sealer.seal().isPresent());
    }

    private static void verb(String user, long booking, String noun, String body) {
        as(user).contentType("application/json")
                .body(body)
                .post("/api/bookings/{id}/{noun}", booking, noun)
                .then()
                .statusCode(200);
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole() throws SQLException {
        assertEquals(Set.of(), faults(attack("select 1"), sealed));
        assertEquals(Set.of(), faults(attack("select 1"), other));
        assertEquals(
                List.of(),
                attack("select 1").findings().stream()
                        .filter(AuditTest::isOfSeal)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "LINE_CHANGED ; update booking_event set kind = 'WITHDRAW' where booking_id = ID and seq = 4",
                "LINE_CHANGED ; update booking_event set kind = 'INVENTED' where booking_id = ID and seq = 2",
                "LINE_CHANGED ; update booking_event set account_id = (select min(id) from account) where booking_id = ID and seq = 4",
                "LINE_CHANGED ; update booking_event set account_id = null where booking_id = ID and seq = 1",
                "LINE_CHANGED ; update booking_event set occurred_at = occurred_at - interval '1 microsecond' where booking_id = ID and seq = 2",
                "LINE_CHANGED DETAIL_CHANGED ; update booking_event set detail_hash = sha256('x') where booking_id = ID and seq = 1",
                "LINE_CHANGED LINK_BROKEN ; update booking_event set to_status = 'DRAFT' where booking_id = ID and seq = 2",
                "LINE_CHANGED SEALED_EVENT_CHANGED ; update booking_event set hash = sha256('x') where booking_id = ID and seq = 4",
                "DETAIL_CHANGED ; update event_detail set content = content || '{^fact^: ^Autre raison.^}' where event_id = (select id from booking_event where booking_id = ID and seq = 4)",
                "DETAIL_CHANGED ; update event_detail set content = '[[1]]' where event_id = (select id from booking_event where booking_id = ID and seq = 4)",
                "DETAIL_CHANGED ; update event_detail set salt = decode(repeat('00', 16), 'hex') where event_id = (select id from booking_event where booking_id = ID and seq = 4)",
                "DETAIL_CHANGED ; delete from event_detail where event_id = (select id from booking_event where booking_id = ID and seq = 2)",
                "DETAIL_TAKEN ; update event_detail set content = null where event_id = (select id from booking_event where booking_id = ID and seq = 4)",
                "SEALED_EVENT_MISSING STATUS_DIFFERS ; delete from event_detail where event_id = (select id from booking_event where booking_id = ID and seq = 4) ~ delete from booking_event where booking_id = ID and seq = 4",
                "SEALED_EVENT_MISSING ; delete from event_detail where event_id = (select id from booking_event where booking_id = ID and seq = 4) ~ delete from booking_event where booking_id = ID and seq = 4 ~ update booking set status = 'IN_REVIEW' where id = ID",
                "LINK_BROKEN ; delete from event_detail where event_id = (select id from booking_event where booking_id = ID and seq = 3) ~ delete from booking_event where booking_id = ID and seq = 3",
                "LINK_BROKEN LINE_CHANGED SEALED_EVENT_MISSING ; delete from event_detail where event_id = (select id from booking_event where booking_id = ID and seq = 3) ~ delete from booking_event where booking_id = ID and seq = 3 ~ update booking_event set seq = 3 where booking_id = ID and seq = 4",
                "CHAIN_MISSING SEALED_EVENT_MISSING ; delete from event_detail where event_id in (select id from booking_event where booking_id = ID) ~ delete from booking_event where booking_id = ID",
                "STATUS_DIFFERS ; update booking set status = 'APPROVED' where id = ID"
            })
    void whoeverChangesThePastIsFound(String expected, String sql) throws SQLException {
        AuditReport report = attack(
                sql.replace('^', '"').replace("ID", Long.toString(sealed)).split(" ~ "));
        assertEquals(EnumSet.copyOf(named(expected)), faults(report, sealed));
        assertEquals(Set.of(), faults(report, other));
        assertEquals(
                List.of(),
                report.findings().stream().filter(AuditTest::isOfSeal).toList());
        assertFalse(report.isWhole());
    }

    @Test
    void twoChainsThatSwapTheirEventsAreBothFound() throws SQLException {
        AuditReport report = attack(
                "update booking_event set seq = seq + 100 where booking_id = " + other + " and seq = 2",
                "update booking_event set booking_id = " + other + " where booking_id = " + sealed + " and seq = 2",
                "update booking_event set booking_id = " + sealed + ", seq = 2 where booking_id = " + other
                        + " and seq = 102");
        assertTrue(faults(report, sealed).containsAll(Set.of(Fault.LINE_CHANGED, Fault.LINK_BROKEN)));
        assertTrue(faults(report, other).containsAll(Set.of(Fault.LINE_CHANGED, Fault.LINK_BROKEN)));
    }

    @Test
    void anEditWithEveryHashWorkedOutAnewIsFoundByTheSeal() throws SQLException {
        try (Attacker attacker = new Attacker()) {
            attacker.run("update booking_event set occurred_at = occurred_at - interval '1 day' where booking_id = "
                            + sealed + " and seq = 2")
                    .rehash(sealed, 2);
            assertEquals(Set.of(Fault.SEALED_EVENT_CHANGED), faults(attacker.verify(keys, clock), sealed));
        }
    }

    @Test
    void aTailThatWasNotSealedYetIsFoundByWhereTheRequestStands() throws SQLException {
        verb("instructeur", other, "review", "");
        AuditReport report = attack(
                "delete from event_detail where event_id = (select id from booking_event where booking_id = " + other
                        + " and seq = 3)",
                "delete from booking_event where booking_id = " + other + " and seq = 3");
        assertEquals(Set.of(Fault.STATUS_DIFFERS), faults(report, other));
        assertEquals(Set.of(), faults(report, sealed));
    }

    @Test
    void aRequestThatIsGoneWithItsTrailIsNamedByItsSeal() throws SQLException {
        String reference = reference(other);
        AuditReport report = attack(
                "delete from event_detail where event_id in (select id from booking_event where booking_id = " + other
                        + ")",
                "delete from booking_event where booking_id = " + other,
                "delete from slot where booking_id = " + other,
                "delete from party where booking_id = " + other,
                "delete from booking_space where booking_id = " + other,
                "delete from booking where id = " + other);
        assertEquals(
                Set.of(Fault.CHAIN_MISSING, Fault.SEALED_EVENT_MISSING),
                report.findings().stream()
                        .filter(finding -> reference.equals(finding.reference()))
                        .map(Finding::fault)
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SEAL_CHANGED ; update seal set root = sha256('x') where day = DAY",
                "SEAL_CHANGED ; update seal set signature = decode(repeat('00', 64), 'hex') where day = DAY",
                "SEAL_CHANGED ; update seal set made_at = made_at + interval '1 second' where day = DAY",
                "SEAL_HEADS_CHANGED ; update seal_head set hash = sha256('x') where day = DAY and booking_id = ID",
                "SEAL_HEADS_CHANGED ; delete from seal_head where day = DAY and booking_id = ID",
                "SEAL_HEADS_CHANGED ; insert into seal_head select day, -1, reference, seq, hash from seal_head where day = DAY and booking_id = ID"
            })
    void whoeverChangesASealIsFound(Fault expected, String sql) throws SQLException {
        LocalDate day = last().day();
        AuditReport report = attack(sql.replace("DAY", "'" + day + "'").replace("ID", Long.toString(sealed)));
        Set<Fault> ofSeals = report.findings().stream()
                .filter(finding ->
                        day.equals(finding.day()) && finding.fault().name().startsWith("SEAL_"))
                .map(Finding::fault)
                .collect(Collectors.toSet());
        assertTrue(ofSeals.contains(expected), report.findings()::toString);
    }

    @Test
    void aSealThatIsGoneIsMissed() throws SQLException {
        LocalDate day = last().day();
        sealTheDay();
        AuditReport middle = attack(
                "alter table seal drop constraint seal_previous",
                "alter table seal_head drop constraint seal_head_seal",
                "delete from seal_head where day = '" + day + "'",
                "delete from seal where day = '" + day + "'");
        assertEquals(
                List.of(Finding.ofSeal(Fault.SEAL_MISSING, day.plusDays(1))),
                middle.findings().stream().filter(AuditTest::isOfSeal).toList());
        AuditReport latest = attack("delete from seal where day = '" + day.plusDays(1) + "'");
        assertEquals(
                List.of(Finding.ofSeal(Fault.SEAL_LATE, day.plusDays(1))),
                latest.findings().stream().filter(AuditTest::isOfSeal).toList());
    }

    @Test
    void aSealOfAnotherKeyIsNotBelieved() throws SQLException {
        SealKeys stranger = new SealKeys(Optional.of(TestSealKey.make()), Optional.empty());
        Seal seal = last();
        try (Attacker attacker = new Attacker()) {
            assertEquals(
                    List.of(Finding.ofSeal(Fault.SEAL_KEY_UNKNOWN, seal.day())),
                    attacker.reseal(seal, stranger).verify(keys, clock).findings().stream()
                            .filter(AuditTest::isOfSeal)
                            .toList());
        }
    }

    @Test
    void formerKeysAreBelievedWhenTheConfigurationNamesThem() throws SQLException {
        String former = keys.current().orElseThrow().text();
        SealKeys changed = new SealKeys(Optional.of(TestSealKey.make()), Optional.of(former));
        SealKeys forgetful = new SealKeys(Optional.of(TestSealKey.make()), Optional.empty());
        try (Attacker nobody = new Attacker()) {
            assertFalse(nobody.verify(changed, clock).findings().stream().anyMatch(AuditTest::isOfSeal));
            assertTrue(nobody.verify(forgetful, clock).findings().stream()
                    .anyMatch(finding -> finding.fault() == Fault.SEAL_KEY_UNKNOWN));
        }
    }

    private AuditReport attack(String... sql) throws SQLException {
        try (Attacker attacker = new Attacker()) {
            for (String one : sql) attacker.run(one);
            return attacker.verify(keys, clock);
        }
    }

    private Set<Fault> faults(AuditReport report, long booking) {
        String reference = reference(booking);
        return report.findings().stream()
                .filter(finding -> reference.equals(finding.reference()))
                .map(Finding::fault)
                .collect(Collectors.toSet());
    }

    private static boolean isOfSeal(Finding finding) {
        return finding.reference() == null;
    }

    private static List<Fault> named(String faults) {
        return List.of(faults.split(" ")).stream().map(Fault::valueOf).toList();
    }

    private String reference(long booking) {
        return (String) fixtures.one("select reference from booking where id = :id", "id", booking);
    }

    private Seal last() {
        return seals.list(SealRepository.END_OF_TIME, 1).getFirst();
    }
}
