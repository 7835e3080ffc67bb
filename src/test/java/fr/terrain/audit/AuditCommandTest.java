package fr.terrain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import fr.terrain.booking.Requests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command on a database that only the demonstration and the service have written. */
@QuarkusTest
@TestProfile(AuditCommandTest.Clean.class)
class AuditCommandTest {
    private static final LocalDate START = LocalDate.parse("2027-03-01");

    /** Starts the application anew, and with it a clean database. */
    public static class Clean implements QuarkusTestProfile {}

    @Inject
    Fixtures fixtures;

    @Inject
    Sealer sealer;

    @Inject
    SealDays days;

    @Inject
    SealKeys keys;

    private record Run(int status, String said) {}

    @Test
    void leavesWithWhatItFound() throws Exception {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        long booking = Requests.create(
                "porteur", Requests.body(place, fixtures.occupant(User.PORTEUR), START, START.plusDays(3)));
        days.endOne();
        Seal seal = sealer.seal().orElseThrow();

        Run whole = run(variables());
        assertEquals(0, whole.status(), whole.said());
        assertTrue(whole.said().contains("Tout est en ordre"), whole.said());
        assertTrue(whole.said().contains(seal.fingerprint()), whole.said());
        assertEquals(0, run(variables(), seal.fingerprint()).status());
        assertEquals(1, run(variables(), "0".repeat(64)).status());

        Map<String, String> publicOnly = variables();
        publicOnly.remove("TERRAIN_SEAL_KEY");
        publicOnly.put("TERRAIN_SEAL_PUBLIC_KEYS", keys.current().orElseThrow().text());
        assertEquals(0, run(publicOnly).status());
        publicOnly.remove("TERRAIN_SEAL_PUBLIC_KEYS");
        Run unknown = run(publicOnly);
        assertEquals(1, unknown.status());
        assertTrue(unknown.said().contains("une clé à laquelle ce service ne se fie pas"), unknown.said());

        cutTail(booking);
        Run cut = run(variables());
        assertEquals(1, cut.status());
        Object reference = fixtures.one("select reference from booking where id = :id", "id", booking);
        assertTrue(cut.said().contains(reference + "\u00a0: l’événement n°\u00a01, scellé le"), cut.said());
    }

    @Test
    void saysWhenItCannotLook() {
        Map<String, String> nowhere = variables();
        nowhere.put("TERRAIN_DB_PASSWORD", "faux");
        assertEquals(2, run(nowhere).status());
        Map<String, String> badKey = variables();
        badKey.put("TERRAIN_SEAL_KEY", "AAAA");
        Run refused = run(badKey);
        assertEquals(2, refused.status());
        assertTrue(refused.said().contains("TERRAIN_SEAL_KEY"), refused.said());
        assertEquals(2, run(variables(), "abc").status());
    }

    private static void cutTail(long booking) throws Exception {
        try (Connection owner = DriverManager.getConnection(
                Attacker.config("quarkus.datasource.jdbc.url"),
                Attacker.config("quarkus.flyway.username"),
                Attacker.config("quarkus.flyway.password"))) {
            for (String table : List.of("booking_event", "event_detail"))
                owner.createStatement().execute("alter table " + table + " disable trigger user");
            owner.createStatement()
                    .execute(
                            "delete from event_detail where event_id in (select id from booking_event where booking_id = "
                                    + booking + ")");
            owner.createStatement().execute("delete from booking_event where booking_id = " + booking);
            for (String table : List.of("booking_event", "event_detail"))
                owner.createStatement().execute("alter table " + table + " enable trigger user");
        }
    }

    private static Run run(Map<String, String> variables, String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new java.util.ArrayList<>(List.of("audit", "verify"));
        arguments.addAll(List.of(more));
        int status = AuditCommand.run(arguments, variables, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Run(status, said.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "TERRAIN_DB_URL", Attacker.config("quarkus.datasource.jdbc.url"),
                "TERRAIN_DB_USER", Attacker.config("quarkus.datasource.username"),
                "TERRAIN_DB_PASSWORD", Attacker.config("quarkus.datasource.password"),
                "TERRAIN_SEAL_KEY", Attacker.config("terrain.seal-key")));
    }
}
