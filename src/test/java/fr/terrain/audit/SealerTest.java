package fr.terrain.audit;

import static fr.terrain.Tokens.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.Session;
import fr.terrain.TestClock;
import fr.terrain.booking.Requests;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each day is sealed once, by what is there to be seen; anybody can check a seal, and the administrator sees what came of it. */
@QuarkusTest
class SealerTest {
    private static final LocalDate START = LocalDate.parse("2027-03-01");
    private static final String UNDER_WAY = """
            with last as (select seq, hash, to_status from booking_event where booking_id = %d order by seq desc limit 1),
                 e as (insert into booking_event (booking_id, seq, kind, from_status, to_status, occurred_at, detail_hash, previous_hash, hash)
                       select %1$d, seq + 1, 'EDIT', to_status, to_status, '%s', sha256(decode(repeat('00', 16), 'hex') || convert_to('{}', 'UTF8')), hash,
                              sha256(hash || convert_to(concat_ws('|', %1$d, seq + 1, 'EDIT', to_status, to_status, 'null', '%2$s',
                                encode(sha256(decode(repeat('00', 16), 'hex') || convert_to('{}', 'UTF8')), 'hex')), 'UTF8')) from last returning id)
            insert into event_detail (event_id, salt, content) select id, decode(repeat('00', 16), 'hex'), '{}' from e
            """;

    @TestHTTPResource
    URI root;

    @Inject
    Fixtures fixtures;

    @Inject
    Sealer sealer;

    @Inject
    SealRepository seals;

    @Inject
    SealDays days;

    @Inject
    SealKeys keys;

    @Inject
    Clock clock;

    private long booking;

    @BeforeEach
    void someonesRequest() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        booking = Requests.create(
                "porteur", Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(3)));
    }

    @Test
    void aDayIsSealedOnceAndOnlyWhenItHasEnded() {
        LocalDate day = days.endOne();
        Seal seal = sealer.seal().orElseThrow();
        assertEquals(day, seal.day());
        assertEquals(Optional.empty(), sealer.seal());
        TestClock.travel(day.plusDays(1).atTime(23, 59));
        assertEquals(Optional.empty(), sealer.seal());
        TestClock.travel(day.plusDays(2).atTime(0, 1));
        Seal next = sealer.seal().orElseThrow();
        assertEquals(day.plusDays(1), next.day());
        assertArrayEquals(seal.hash(), next.previousHash());
        assertFalse(next.isLong());
    }

    @Test
    void daysMissedWhileAwayGetOneSealTogether() throws SQLException {
        LocalDate day = days.endOne();
        TestClock.travel(day.plusDays(5).atTime(3, 0));
        Seal seal = sealer.seal().orElseThrow();
        assertEquals(day, seal.coversFrom());
        assertEquals(day.plusDays(4), seal.day());
        try (Attacker nobody = new Attacker()) {
            AuditReport report = nobody.verify(keys, clock);
            assertTrue(report.longSeals().stream().anyMatch(one -> one.day().equals(seal.day())));
            assertEquals(List.of(), ofSeals(report));
            assertTrue(String.join("\n", report.lines()).contains("À noter"));
        }
    }

    @Test
    void ofManyReplicasOneSealsTheDay() throws Exception {
        days.endOne();
        LocalDateTime now = LocalDateTime.now(clock);
        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            List<Callable<Optional<Seal>>> tries = IntStream.range(0, 8)
                    .<Callable<Optional<Seal>>>mapToObj(replica -> sealer::seal)
                    .toList();
            int made = 0;
            for (Future<Optional<Seal>> one : replicas.invokeAll(tries))
                if (one.get().isPresent()) made++;
            assertEquals(1, made, () -> "at " + now);
        }
    }

    @Test
    void whileAnotherReplicaSealsNobodyElseDoes() throws SQLException {
        days.endOne();
        try (Connection other = owner()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select pg_try_advisory_xact_lock(7310426551)");
            assertEquals(Optional.empty(), sealer.seal());
            other.rollback();
        }
        assertTrue(sealer.seal().isPresent());
    }

    @Test
    void whatCommitsAfterTheSealOfItsDayIsForTheNext() throws SQLException {
        LocalDate day = days.endOne();
        try (Connection slow = owner()) {
            slow.setAutoCommit(false);
            slow.createStatement()
                    .execute(UNDER_WAY.formatted(
                            booking,
                            day.atTime(22, 59).atZone(java.time.ZoneOffset.UTC).toInstant()));
            assertEquals(day, sealer.seal().orElseThrow().day());
            assertEquals(1, head(day));
            slow.commit();
        }
        fixtures.run("update booking set status = status where id = :id", "id", booking);
        try (Attacker nobody = new Attacker()) {
            assertEquals(List.of(), ofBooking(nobody.verify(keys, clock)));
        }
        LocalDate next = days.endOne();
        sealer.seal().orElseThrow();
        assertEquals(2, head(next));
    }

    @Test
    void aChainThatDidNotGrowIsNotListedAgain() {
        LocalDate day = days.endOne();
        sealer.seal().orElseThrow();
        assertEquals(1, head(day));
        LocalDate next = days.endOne();
        sealer.seal().orElseThrow();
        assertEquals(
                0L,
                fixtures.one(
                        "select count(*) from seal_head where day = :day and booking_id = :id",
                        "day",
                        next,
                        "id",
                        booking));
    }

    @Test
    void anybodyChecksASealWithThePublishedKey() throws Exception {
        days.endOne();
        Seal made = sealer.seal().orElseThrow();
        JsonPath seal = given().get("/api/audit/seals?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath key =
                given().get("/api/audit/keys").then().statusCode(200).extract().jsonPath();
        assertEquals(key.getString("[0].id"), seal.getString("[0].keyId"));
        assertEquals("Ed25519", key.getString("[0].algorithm"));
        byte[] message = seal.getString("[0].message").getBytes(StandardCharsets.UTF_8);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.getString("[0].publicKey")))));
        check.update(message);
        assertTrue(check.verify(Base64.getDecoder().decode(seal.getString("[0].signature"))));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
        assertEquals(hash, seal.getString("[0].hash"));
        assertEquals(made.fingerprint(), hash);
    }

    @Test
    void sealsAreReadBackwardsFromADay() {
        days.endOne();
        Seal first = sealer.seal().orElseThrow();
        days.endOne();
        sealer.seal().orElseThrow();
        given().get("/api/audit/seals?limit=1&before=" + first.day().plusDays(1))
                .then()
                .body("[0].hash", equalTo(first.fingerprint()));
        for (String wrong : List.of("limit=0", "limit=1001", "before=hier", "before=1999-01-01", "day=2026-12-01"))
            given().get("/api/audit/seals?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo(wrong.substring(0, wrong.indexOf('='))));
    }

    @Test
    void theAdministratorVerifiesAndReadsWhatCameOut() {
        days.endOne();
        Seal seal = sealer.seal().orElseThrow();
        TestClock.home();
        Session admin = new Session(root).signIn("admin");
        HttpResponse<String> sent = admin.submit("/administration/journal", "/administration/journal/verification");
        assertEquals(303, sent.statusCode(), sent::body);
        String page = admin.get("/administration/journal").body();
        assertTrue(page.contains(seal.fingerprint()), page);
        assertTrue(page.contains("Clé qui signe\u00a0: <code>" + seal.keyId()), page);
        assertTrue(page.contains("demandée par"), page);
        assertTrue((Long) fixtures.one("select events from audit_run order by id desc limit 1") > 0);
    }

    @Test
    void nobodyElseSeesTheProof() {
        Session officer = new Session(root).signIn("instructeur");
        assertEquals(403, officer.get("/administration/journal").statusCode());
        as("instructeur").get("/api/audit/keys").then().statusCode(200);
    }

    private long head(LocalDate day) {
        return ((Number) fixtures.one(
                        "select seq from seal_head where day = :day and booking_id = :id", "day", day, "id", booking))
                .longValue();
    }

    private List<Finding> ofBooking(AuditReport report) {
        Object reference = fixtures.one("select reference from booking where id = :id", "id", booking);
        return report.findings().stream()
                .filter(finding -> reference.equals(finding.reference()))
                .collect(Collectors.toList());
    }

    private static List<Finding> ofSeals(AuditReport report) {
        return report.findings().stream()
                .filter(finding -> finding.reference() == null)
                .toList();
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                Attacker.config("quarkus.datasource.jdbc.url"),
                Attacker.config("quarkus.flyway.username"),
                Attacker.config("quarkus.flyway.password"));
    }
}
