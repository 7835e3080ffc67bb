package fr.terrain.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;

/**
 * A calendar that its owner may read elsewhere: all they may see, or what concerns one organisation; with an address when
 * {@code createdAt} is not null.
 *
 * @param organisationId null for all that the owner may see
 * @param lastUsed the last day something read it, local date in Europe/Paris, or null
 */
public record CalendarAddress(Long organisationId, String organisation, Instant createdAt, LocalDate lastUsed) {
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public boolean isAlive() {
        return createdAt != null;
    }

    /** The value of the form's field. */
    public String code() {
        return organisationId == null ? "0" : organisationId.toString();
    }

    /** A new secret of 256 bits, as it stands in an address. */
    static String newToken() {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What is kept of a secret. */
    static byte[] hash(String token) {
        return sha256(token.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
