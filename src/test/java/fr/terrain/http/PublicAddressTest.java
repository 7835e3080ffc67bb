package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that leaves the house begins with an address that was given, and one that is an address. */
class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://terrain.example.org", " https://terrain.example.org/ "})
    void putsTheAddressBeforePath(String given) {
        PublicAddress address = new PublicAddress(Optional.of(given));
        assertEquals("https://terrain.example.org/mes-demandes", address.of("/mes-demandes"));
        assertEquals("terrain.example.org", address.host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "terrain.example.org",
                "ftp://terrain.example.org",
                "https://terrain.example.org/chemin",
                "https://a b",
                "https://x\r\nBcc: y"
            })
    void doesNotStartOnWhatIsNoAddress(String given) {
        PublicAddress address = new PublicAddress(Optional.of(given));
        assertTrue(assertThrows(IllegalStateException.class, () -> address.check(null))
                .getMessage()
                .startsWith("TERRAIN_PUBLIC_URL"));
    }

    @Test
    void doesNotStartWithout() {
        assertThrows(IllegalStateException.class, () -> new PublicAddress(Optional.empty()).check(null));
    }
}
