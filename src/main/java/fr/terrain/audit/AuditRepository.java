package fr.terrain.audit;

import fr.terrain.booking.ChainLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All SQL that reads the whole trail, row after row on one connection: as much memory for a million events as for a thousand. */
final class AuditRepository {
    private static final int ROWS_AT_ONCE = 1000;
    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";
    private static final String FIRST_EVENT = "select min(occurred_at) from booking_chain";
    private static final String SEALS = """
            select day, covers_from, made_at, chains, root, previous_hash, key_id, hash, signature from seal order by day
            """;
    private static final String HEADS =
            "select day, booking_id, reference, seq, hash from seal_head order by day, booking_id";
    private static final String LINES = """
            select coalesce(c.booking_id, h.booking_id) as booking_id, coalesce(c.reference, h.reference) as reference, c.status,
                   c.seq, c.kind, c.from_status, c.to_status, c.account_id, c.occurred_at, c.detail_hash, c.previous_hash, c.hash, c.salt, c.content,
                   h.day, h.reference as sealed_reference, h.seq as sealed_seq, h.hash as sealed_hash,
                   exists (select from forgotten_event f where f.event_id = c.event_id) as forgotten
              from booking_chain c
              full join seal_head h on h.booking_id = c.booking_id and h.seq = c.seq
             order by 1, coalesce(c.seq, h.seq)
            """;

    private final Connection connection;

    AuditRepository(Connection connection) {
        this.connection = connection;
    }

    /** Begins a transaction that reads as of one instant. */
    static void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(SNAPSHOT)) {
            statement.execute();
        }
    }

    /** When the trail began, or null. */
    Instant findFirstEvent() throws SQLException {
        List<Instant> first = new ArrayList<>();
        each(FIRST_EVENT, row -> first.add(instant(row, "min")));
        return first.getFirst();
    }

    List<Seal> listSeals() throws SQLException {
        List<Seal> seals = new ArrayList<>();
        each(SEALS, row -> seals.add(seal(row)));
        return seals;
    }

    void eachHead(Consumer<Head> heads) throws SQLException {
        each(HEADS, row -> heads.accept(head(row, "reference", "seq", "hash")));
    }

    void eachLine(Consumer<TrailLine> lines) throws SQLException {
        each(LINES, row -> lines.accept(line(row)));
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) reader.read(rows);
            }
        }
    }

    private static TrailLine line(ResultSet row) throws SQLException {
        return new TrailLine(
                row.getLong("booking_id"),
                row.getString("reference"),
                row.getString("status"),
                row.getObject("seq") == null ? null : event(row),
                row.getObject("sealed_seq") == null ? null : head(row, "sealed_reference", "sealed_seq", "sealed_hash"),
                row.getBoolean("forgotten"));
    }

    private static ChainLine event(ResultSet row) throws SQLException {
        return new ChainLine(
                row.getLong("booking_id"),
                row.getInt("seq"),
                row.getString("kind"),
                row.getString("from_status"),
                row.getString("to_status"),
                row.getObject("account_id", Long.class),
                instant(row, "occurred_at"),
                row.getBytes("detail_hash"),
                row.getBytes("previous_hash"),
                row.getBytes("hash"),
                row.getBytes("salt"),
                row.getString("content"));
    }

    private static Head head(ResultSet row, String reference, String seq, String hash) throws SQLException {
        return new Head(
                row.getObject("day", LocalDate.class),
                row.getLong("booking_id"),
                row.getString(reference),
                row.getInt(seq),
                row.getBytes(hash));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getObject("day", LocalDate.class),
                row.getObject("covers_from", LocalDate.class),
                instant(row, "made_at"),
                row.getInt("chains"),
                row.getBytes("root"),
                row.getBytes("previous_hash"),
                row.getString("key_id"),
                row.getBytes("hash"),
                row.getBytes("signature"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
