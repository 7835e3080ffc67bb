package fr.terrain;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** A key to seal with, for tests that are run without the one of the local secrets. */
public class TestSealKey implements ConfigSource {
    private static final String NAME = "TERRAIN_SEAL_KEY";
    private static final int BELOW_ALL = 50;

    private final Map<String, String> key = Map.of(NAME, make());

    @Override
    public Set<String> getPropertyNames() {
        return key.keySet();
    }

    @Override
    public String getValue(String name) {
        return key.get(name);
    }

    @Override
    public String getName() {
        return "a seal key of the tests' own";
    }

    @Override
    public int getOrdinal() {
        return BELOW_ALL;
    }

    /** A new private key: Ed25519, PKCS#8, Base64. */
    public static String make() {
        try {
            return Base64.getEncoder()
                    .encodeToString(KeyPairGenerator.getInstance("Ed25519")
                            .generateKeyPair()
                            .getPrivate()
                            .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
