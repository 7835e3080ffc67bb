package fr.terrain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The signed end of a day, in Europe/Paris: the root of the heads of the chains that grew since the seal before, and that one's hash.
 *
 * @param coversFrom the first day since the seal before; earlier than {@code day} when the service was away
 * @param chains how many chains grew
 * @param previousHash null for the first
 */
public record Seal(
        LocalDate day,
        LocalDate coversFrom,
        Instant madeAt,
        int chains,
        byte[] root,
        byte[] previousHash,
        String keyId,
        byte[] hash,
        byte[] signature) {

    /** Signs these facts. */
    static Seal make(
            LocalDate day,
            LocalDate coversFrom,
            Instant madeAt,
            int chains,
            byte[] root,
            byte[] previousHash,
            SealKeys keys) {
        String keyId = keys.current().orElseThrow().id();
        Seal bare = new Seal(day, coversFrom, madeAt, chains, root, previousHash, keyId, null, null);
        byte[] message = bare.message();
        return new Seal(
                day,
                coversFrom,
                madeAt,
                chains,
                root,
                previousHash,
                keyId,
                sha256().digest(message),
                keys.sign(message));
    }

    /** What is signed: each fact on a line of its own. */
    byte[] message() {
        HexFormat hex = HexFormat.of();
        return """
                terrain-seal-1
                day %s
                covers-from %s
                made-at %s
                chains %d
                root %s
                previous %s
                key %s
                """.formatted(
                        day,
                        coversFrom,
                        madeAt,
                        chains,
                        hex.formatHex(root),
                        previousHash == null ? "-" : hex.formatHex(previousHash),
                        keyId)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The hash in hexadecimal, as it is published. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash);
    }

    /** Whether it stands for several days: the service was away, or seals are gone. */
    public boolean isLong() {
        return coversFrom.isBefore(day);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
