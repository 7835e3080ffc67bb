package fr.terrain.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** A public key that checks seals, known by the beginning of the SHA-256 of its X.509 encoding. */
public record SealKey(String id, PublicKey key) {
    static final String ALGORITHM = "Ed25519";
    private static final int ID_LENGTH = 16;

    static SealKey of(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new SealKey(HexFormat.of().formatHex(hash).substring(0, ID_LENGTH), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of this X.509 encoding, in Base64.
     * @throws IllegalArgumentException when it is none */
    static SealKey of(String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64.strip());
            return of(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key in Base64", e);
        }
    }

    public byte[] encoded() {
        return key.getEncoded();
    }

    /** The X.509 encoding in Base64. */
    public String text() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    /** Whether its owner signed this. */
    boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
