package fr.terrain.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A paper as it was issued: its frozen inputs, its bytes, their SHA-256. Never overwritten; a new version is a new document. */
@Entity
public class Document {
    /** What a document is. */
    public enum Kind {
        CONVENTION,
        AMENDMENT,
        TERMINATION,
        LETTER,
        INSPECTION,
        REPORT
    }

    /** Where a document stands. */
    public enum State {
        ISSUED,
        SIGNED,
        VOID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long bookingId;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    int version;
    String number;
    public String title;

    @JdbcTypeCode(SqlTypes.JSON)
    String inputs;

    byte[] bytes;
    byte[] sha256;

    @Enumerated(EnumType.STRING)
    State state = State.ISSUED;

    public Long issuedBy;
    public Instant issuedAt;

    public String number() {
        return number;
    }

    public int version() {
        return version;
    }

    public State state() {
        return state;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether these are the bytes that were filed. */
    public boolean holds(byte[] other) {
        return Arrays.equals(bytes, other);
    }

    /** How many bytes it has. */
    public int weight() {
        return bytes.length;
    }

    /** SHA-256 of the bytes, in lower-case hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(sha256);
    }

    /** The frozen inputs, as the JSON they were filed with. */
    public String inputs() {
        return inputs;
    }

    /** The last signature is there. */
    public void sign() {
        if (state != State.ISSUED) throw new IllegalStateException("document " + number + " is " + state);
        state = State.SIGNED;
    }

    /** It no longer stands; it is kept. */
    public void annul() {
        state = State.VOID;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
