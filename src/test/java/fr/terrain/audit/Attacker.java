package fr.terrain.audit;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody who owns the schema: puts its triggers to sleep, changes what they please, and leaves nothing behind when the test ends. */
final class Attacker implements AutoCloseable {
    private final Connection connection;

    Attacker() throws SQLException {
        connection = DriverManager.getConnection(
                config("quarkus.datasource.jdbc.url"),
                config("quarkus.flyway.username"),
                config("quarkus.flyway.password"));
        connection.setAutoCommit(false);
        for (String table : new String[] {"booking_event", "event_detail", "seal", "seal_head", "seal_key"})
            run("alter table " + table + " disable trigger user");
    }

    static String config(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    Attacker run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /** What a verification says of the database as the attacker left it. */
    AuditReport verify(SealKeys keys, Clock clock) throws SQLException {
        return new Audit(keys, clock).run(connection, null);
    }

    /** Works out anew every hash of a chain from this number on, as the service would have. */
    Attacker rehash(long booking, int from) throws SQLException {
        byte[] previous = null;
        try (PreparedStatement lines = connection.prepareStatement(
                "select * from booking_event where booking_id = ? and seq >= ? order by seq")) {
            lines.setLong(1, booking);
            lines.setInt(2, from);
            try (ResultSet row = lines.executeQuery()) {
                while (row.next()) {
                    if (previous == null) previous = row.getBytes("previous_hash");
                    previous = rehash(row, previous);
                }
            }
        }
        return this;
    }

    private byte[] rehash(ResultSet row, byte[] previous) throws SQLException {
        byte[] hash = hash(row, previous);
        try (PreparedStatement update =
                connection.prepareStatement("update booking_event set previous_hash = ?, hash = ? where id = ?")) {
            update.setBytes(1, previous);
            update.setBytes(2, hash);
            update.setLong(3, row.getLong("id"));
            update.executeUpdate();
        }
        return hash;
    }

    /** The rule of the hashes, written a second time: the fields in their order after the hash before. */
    private static byte[] hash(ResultSet row, byte[] previous) throws SQLException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (previous != null) digest.update(previous);
            String text = row.getLong("booking_id") + "|" + row.getInt("seq") + "|" + row.getString("kind") + "|"
                    + row.getString("from_status") + "|" + row.getString("to_status") + "|"
                    + row.getObject("account_id") + "|"
                    + row.getObject("occurred_at", OffsetDateTime.class).toInstant() + "|"
                    + HexFormat.of().formatHex(row.getBytes("detail_hash"));
            return digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a seal that another key signed in the place of one. */
    Attacker reseal(Seal seal, SealKeys keys) throws SQLException {
        SealKey key = keys.current().orElseThrow();
        Seal other = Seal.make(
                seal.day(), seal.coversFrom(), seal.madeAt(), seal.chains(), seal.root(), seal.previousHash(), keys);
        try (PreparedStatement insert = connection.prepareStatement(
                        "insert into seal_key (id, public_key, since) values (?, ?, now())");
                PreparedStatement update = connection.prepareStatement(
                        "update seal set key_id = ?, hash = ?, signature = ? where day = ?")) {
            insert.setString(1, key.id());
            insert.setBytes(2, key.encoded());
            insert.executeUpdate();
            update.setString(1, key.id());
            update.setBytes(2, other.hash());
            update.setBytes(3, other.signature());
            update.setObject(4, seal.day());
            update.executeUpdate();
        }
        return this;
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
