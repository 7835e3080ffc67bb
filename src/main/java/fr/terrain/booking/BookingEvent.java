package fr.terrain.booking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** One line of the trail of a booking. Its hash covers the one before, so that no line can be changed, cut or slipped in unseen. */
public record BookingEvent(
        long bookingId,
        int seq,
        Verb kind,
        BookingStatus from,
        BookingStatus to,
        Long accountId,
        Instant occurredAt,
        byte[] detailHash,
        byte[] previousHash) {

    /** SHA-256 over the hash before and every field, in this order, times to the microsecond as PostgreSQL keeps them. */
    public byte[] hash() {
        return hash(
                previousHash,
                Long.toString(bookingId),
                Integer.toString(seq),
                kind.name(),
                from.name(),
                to.name(),
                String.valueOf(accountId),
                occurredAt.toString(),
                HexFormat.of().formatHex(detailHash));
    }

    static byte[] hash(byte[] previous, String... fields) {
        MessageDigest digest = sha256();
        if (previous != null) digest.update(previous);
        return digest.digest(String.join("|", fields).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of the salt and the detail: names and free text can be forgotten while the chain still holds. */
    public static byte[] detailHash(byte[] salt, String detail) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(detail.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
