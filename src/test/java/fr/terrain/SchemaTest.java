package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** The database itself refuses wrong rows, whoever writes them: the table says which, and what stops each. */
@QuarkusTest
class SchemaTest {
    private static final String EVENT = """
            with e as (insert into booking_event (booking_id, seq, kind, from_status, to_status, occurred_at, detail_hash, hash)
                       values (:booking, 1, 'CREATE', 'DRAFT', 'DRAFT', now(), sha256('detail'), sha256('event')) returning id),
                 d as (insert into event_detail (event_id, salt, content) select id, decode(repeat('00', 16), 'hex'), '{"texte": "essai"}' from e)
            select id from e
            """;
    private static final String DOCUMENT = """
            insert into document (booking_id, kind, version, number, title, inputs, bytes, sha256, issued_by, issued_at)
            values (:booking, 'CONVENTION', 1, 'CONV-ESSAI-' || :booking, 'Convention d’essai', '{}',
                    convert_to(repeat('a', 200), 'UTF8'), sha256(convert_to(repeat('a', 200), 'UTF8')), :account, now()) returning id
            """;

    @Inject
    Fixtures fixtures;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String service;

    @ConfigProperty(name = "quarkus.datasource.password")
    String servicePassword;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    private record Refused(String who, String by, String sql) {}

    @Test
    void everyWrongRowIsStoppedByWhatTheTableSays() throws Exception {
        Map<String, Object> rows = rows();
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (Refused refused : table()) {
            expected.add(refused.by() + " " + refused.who() + " " + refused.sql());
            actual.add(attempt(refused, rows) + " " + refused.who() + " " + refused.sql());
        }
        assertTrue(expected.size() > 50);
        actual.removeAll(expected);
        assertEquals(List.of(), actual);
    }

    @Test
    void aRefusalNamesItsConstraintAndNotTheRow() {
        String secret = "secret " + UUID.randomUUID();
        long organisation = fixtures.occupant(User.PORTEUR);
        PersistenceException refused = assertThrows(
                PersistenceException.class,
                () -> fixtures.run(
                        "insert into project (organisation_id, title, purpose, created_by) values (:organisation, 'ab', :purpose, :account)",
                        "organisation",
                        organisation,
                        "purpose",
                        secret,
                        "account",
                        fixtures.account(User.PORTEUR)));
        List<String> messages = new ArrayList<>();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) messages.add(cause.getMessage());
        assertTrue(messages.getLast().contains("project_title"), messages::toString);
        assertFalse(messages.toString().contains(secret), messages::toString);
    }

    private Map<String, Object> rows() {
        Place place = fixtures.place(new SpaceOf(2, 0, 0));
        long organisation = fixtures.occupant(User.PORTEUR);
        long booking = fixtures.inReview(
                place,
                organisation,
                place.spaces(),
                false,
                LocalDateTime.parse("2030-05-03T00:00"),
                LocalDateTime.parse("2030-05-04T00:00"));
        long account = fixtures.account(User.PORTEUR);
        Map<String, Object> rows = new LinkedHashMap<>();
        rows.put("OTHER_SPACE", fixtures.place(new SpaceOf(1, 0, 0)).spaces().getFirst());
        rows.put("SPACE", place.spaces().getFirst());
        rows.put("SITE", place.site());
        rows.put("ORGANISATION", organisation);
        rows.put("BOOKING", booking);
        rows.put("ACCOUNT", account);
        rows.put("STRANGER", fixtures.account(User.PORTEUSE));
        rows.put("ANOTHER", fixtures.account(User.PARTENAIRE));
        rows.put(
                "PARTY",
                fixtures.one("select id from party where booking_id = :id and role = 'OCCUPANT'", "id", booking));
        rows.put("PROJECT", fixtures.one("select project_id from booking where id = :id", "id", booking));
        rows.put("EVENT", fixtures.one(EVENT, "booking", booking));
        rows.put("DOCUMENT", fixtures.one(DOCUMENT, "booking", booking, "account", account));
        return rows;
    }

    /** The name of what refuses, or its SQL state when it has none. */
    private String attempt(Refused refused, Map<String, Object> rows) throws SQLException {
        boolean asOwner = refused.who().equals("owner");
        try (Connection connection = DriverManager.getConnection(
                        url, asOwner ? owner : service, asOwner ? ownerPassword : servicePassword);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (String sql : filled(refused.sql(), rows).split("~")) statement.execute(sql);
                statement.execute("set constraints all immediate");
                return "nothing";
            } catch (PSQLException e) {
                String constraint = e.getServerErrorMessage().getConstraint();
                return constraint == null ? e.getSQLState() : constraint;
            } finally {
                connection.rollback();
            }
        }
    }

    private static String filled(String sql, Map<String, Object> rows) {
        String filled = sql;
        for (var row : rows.entrySet())
            filled = filled.replaceAll(
                    "\\b" + row.getKey() + "\\b(?!')", row.getValue().toString());
        return filled;
    }

    private static List<Refused> table() throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/refused-rows.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ; ", 3))
                    .map(cells -> new Refused(cells[0].strip(), cells[1].strip(), cells[2].strip()))
                    .toList();
        }
    }
}
