package fr.terrain.notification;

import fr.terrain.Packaged;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The database as the test sees it beside the application that it kills: requests to examine, what happened, what was marked as sent. */
final class KilledGround implements AutoCloseable {
    private static final String OFFICER = "11111111-0000-4000-8000-000000000003";
    private static final String OWNER = "11111111-0000-4000-8000-000000000001";
    private static final String ORGANISATION =
            "insert into organisation (name, kind, demonstration) values (?, ?, true) returning id";
    private static final String MEMBER = """
            insert into member (organisation_id, account_id, capabilities) select ?, id, cast(? as text[]) from account where subject = ? returning account_id
            """;
    private static final String COLLEAGUE =
            "insert into account (subject, name, email) values (?, 'Paul Porteur', ?) returning id";
    private static final String BOOKING = """
            insert into booking (reference, project_id, site_id, status, fee_amount, fee_detail, created_by, submitted_at)
            select 'TER-2026-' || to_char(nextval('booking_reference'), 'FM000000'), ?, ?, 'SUBMITTED', 12.50, '[]', created_by, now() from project
             where id = ? returning id
            """;
    private static final String PROJECT = """
            insert into project (organisation_id, title, created_by) select ?, 'Projet interrompu', id from account where subject = ? returning id
            """;
    private static final String PARTY =
            "insert into party (booking_id, organisation_id, role, must_sign) values (?, ?, ?, true) returning id";

    private final Connection connection;
    private final String colleague = "paul." + UUID.randomUUID() + "@example.org";
    private final long site;
    private final long project;
    private final long occupant;
    private final long grantor;

    private KilledGround(Connection connection) throws SQLException {
        this.connection = connection;
        site = id("select min(id) from site");
        occupant = id(ORGANISATION, "Porteur d’un essai interrompu", "PRIVATE");
        grantor = id(ORGANISATION, "Gestionnaire d’un essai interrompu", "LOCAL_AUTHORITY");
        String subject = UUID.randomUUID().toString();
        id(COLLEAGUE, subject, colleague);
        id(MEMBER, occupant, "{sign}", OWNER);
        id(MEMBER, occupant, "{}", subject);
        id(MEMBER, grantor, "{instruct,decide}", OFFICER);
        project = id(PROJECT, occupant, OWNER);
    }

    /** On the database of an application that has started once. */
    static KilledGround open() throws SQLException {
        return new KilledGround(connect());
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(
                Packaged.databaseUrl() + "?stringtype=unspecified",
                System.getenv("TERRAIN_DB_USER"),
                System.getenv("TERRAIN_DB_PASSWORD"));
    }

    /** A request that waits for its officer. */
    long request() throws SQLException {
        long booking = id(BOOKING, project, site, project);
        id(PARTY, booking, occupant, "OCCUPANT");
        id(PARTY, booking, grantor, "GRANTOR");
        return booking;
    }

    /** Who must be told of each thing that happened to these requests. */
    List<String> addresses() {
        return List.of("porteur@example.org", colleague);
    }

    /** The events of the organisation's requests, whether the answer to who caused them arrived or not. */
    List<Long> events() throws SQLException {
        return ids(
                "select e.id from booking_event e join party p on p.booking_id = e.booking_id and p.role = 'OCCUPANT'"
                        + " where p.organisation_id = ? order by e.id",
                occupant);
    }

    long pending() throws SQLException {
        return id("select count(*) from event_pending");
    }

    long waiting() throws SQLException {
        return id("select count(*) from delivery where state <> 'SENT' and channel = 'MAIL'");
    }

    boolean isMarked(String messageId) throws SQLException {
        return id("select count(*) from delivery where message_id = ? and state = 'SENT'", messageId) == 1;
    }

    /** Keeps every mark of the application waiting, and nothing else, until the connection is closed. */
    static Connection holdMarks() throws SQLException {
        Connection held = connect();
        held.setAutoCommit(false);
        try (var statement = held.createStatement()) {
            statement.execute("lock table delivery in share row exclusive mode");
        }
        return held;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long id(String sql, Object... values) throws SQLException {
        return ids(sql, values).getFirst();
    }

    private List<Long> ids(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) ids.add(rows.getLong(1));
            }
            return ids;
        }
    }
}
