package fr.terrain.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys of the configuration: the private one that signs seals, if there is one, and every public one that is trusted. */
@Singleton
public class SealKeys {
    private final PrivateKey signing;
    private final SealKey current;
    private final Map<String, SealKey> trusted = new LinkedHashMap<>();

    /**
     * Reads the keys.
     *
     * @param privateKey Ed25519, PKCS#8, Base64
     * @param publicKeys of former keys: Ed25519, X.509, Base64, separated by commas
     * @throws IllegalStateException naming the variable that does not read
     */
    @Inject
    public SealKeys(
            @ConfigProperty(name = "terrain.seal-key") Optional<String> privateKey,
            @ConfigProperty(name = "terrain.seal-public-keys") Optional<String> publicKeys) {
        signing = privateKey
                .filter(text -> !text.isBlank())
                .map(SealKeys::privateKey)
                .orElse(null);
        current = signing == null ? null : publicKey(signing);
        if (current != null) trusted.put(current.id(), current);
        publicKeys.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .filter(text -> !text.isBlank())
                .forEach(this::trust);
    }

    /** The key that signs now. */
    public Optional<SealKey> current() {
        return Optional.ofNullable(current);
    }

    /** Every key whose seals count, the one that signs now first. */
    public List<SealKey> trusted() {
        return List.copyOf(trusted.values());
    }

    Optional<SealKey> find(String id) {
        return Optional.ofNullable(trusted.get(id));
    }

    byte[] sign(byte[] message) {
        return sign(signing, message);
    }

    private void trust(String text) {
        try {
            SealKey key = SealKey.of(text);
            trusted.putIfAbsent(key.id(), key);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("TERRAIN_SEAL_PUBLIC_KEYS: Ed25519 keys, X.509, Base64, between commas", e);
        }
    }

    private static PrivateKey privateKey(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text.strip());
            return KeyFactory.getInstance(SealKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("TERRAIN_SEAL_KEY: an Ed25519 key, PKCS#8, Base64", e);
        }
    }

    /** The JDK derives a public key only where it makes a pair: it is given the private bytes in the place of chance. */
    private static SealKey publicKey(PrivateKey key) {
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(SealKey.ALGORITHM);
            pairs.initialize(255, new Given(seed));
            SealKey found = SealKey.of(pairs.generateKeyPair().getPublic());
            if (!found.verifies(seed, sign(key, seed))) throw new IllegalStateException("no public key for this one");
            return found;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(SealKey.ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes that are already known, where chance is asked. */
    private static final class Given extends SecureRandom {
        private final transient byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
