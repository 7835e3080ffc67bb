package fr.terrain.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
    @Test
    void breaksAtPlainSpacesOnly() {
        assertEquals(
                List.of("douze ", "12\u00A0000\u202F€ ", "fin"),
                lines(List.of(Run.of("douze 12\u00A0000\u202F€ fin")), 42));
    }

    @Test
    void keepsPunctuationWithTheWordOfAnotherFace() {
        Run bold = new Run("mot", true, false, null, null);
        assertEquals(
                List.of("avant ", "mot, ", "suite"), lines(List.of(Run.of("avant "), bold, Run.of(", suite")), 34));
    }

    @Test
    void cutsAWordOnlyWhereItAloneIsTooWide() {
        List<String> lines = lines(List.of(Run.of("a " + "m".repeat(30) + " b")), 60);
        assertEquals("a ", lines.getFirst());
        assertTrue(lines.size() > 3, lines.toString());
        assertEquals("a " + "m".repeat(30) + " b", String.join("", lines));
    }

    private static List<String> lines(List<Run> runs, float width) {
        return LineBreaker.lines(Fonts.SHARED, runs, width, 10).stream()
                .map(LineBreaker.Line::text)
                .toList();
    }
}
