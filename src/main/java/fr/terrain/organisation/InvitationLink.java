package fr.terrain.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The link of an invitation. Its 256 bits are worked out from the salt in the row and a secret of the service, by who sends
 * the mail and by nobody else; the row keeps only their hash, so neither the database nor a copy of it opens any door.
 */
@ApplicationScoped
public class InvitationLink {
    public static final String PATH = "/invitations/";
    static final String TOKEN = "[A-Za-z0-9_-]{43}";
    private static final int SALT_BYTES = 32;
    /** The secret signs the forms too: what is signed there must never be of use here. */
    private static final String PURPOSE = "terrain invitation\0";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    InvitationLink(@ConfigProperty(name = "terrain.state-secret") String secret) {
        key = new SecretKeySpec(sha256(PURPOSE + secret), "HmacSHA256");
    }

    static byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** The token of an invitation with this salt, as it stands in an address. */
    String token(byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(salt));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hash(String token) {
        return sha256(token);
    }

    /** The path of the page of an invitation; nothing when the secret has changed since, for then its link leads nowhere. */
    public Optional<String> path(Invitation invitation) {
        String token = token(invitation.salt);
        return MessageDigest.isEqual(hash(token), invitation.tokenHash) ? Optional.of(PATH + token) : Optional.empty();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
