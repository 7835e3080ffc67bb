package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GlyphGuardTest {
    @Test
    void acceptsWhatTheTypefaceDraws() {
        assertEquals(
                Optional.empty(),
                GlyphGuard.complaint("Łódź, Œuvre, Ætna, Ångström, Αθήνα, Київ, 12\u202F000\u00A0€ × ≤ → ☐ ✓"));
    }

    @Test
    void namesEachCharacterThatWouldVanish() {
        String complaint = GlyphGuard.complaint("Łódź 中文 😀").orElseThrow();
        assertEquals("Caractères impossibles à imprimer : « 中 » (U+4E2D), « 文 » (U+6587), « 😀 » (U+1F600)", complaint);
    }

    @Test
    void refusesWhatCannotBeSeen() {
        for (String hidden : new String[] {"\u202E", "\u200B", "\u0000", "\u0301", "\uE000", "\u00AD"}) {
            assertTrue(
                    GlyphGuard.complaint("a" + hidden + "b").isPresent(),
                    () -> "U+%04X".formatted((int) hidden.charAt(0)));
        }
    }

    @Test
    void composesLettersAndFoldsWhiteSpace() {
        assertEquals("École d’été fin", GlyphGuard.clean(" E\u0301cole\n\nd’e\u0301te\u0301\t fin "));
    }
}
