package fr.terrain.document;

import fr.terrain.http.Faults;
import java.util.List;
import java.util.Optional;

/** What the typefaces can print of what somebody typed: told to who types for a convention, mended where a sheet is printed. */
public final class PrintedText {
    private PrintedText() {}

    /** Why this text cannot be printed, in a sentence for who typed it. */
    public static Optional<String> complaint(String text) {
        return text == null
                ? Optional.empty()
                : GlyphGuard.complaint(GlyphGuard.clean(text))
                        .map(words -> words.replace(" : ", "\u00a0: ")
                                        .replace("« ", "«\u00a0")
                                        .replace(" »", "\u00a0»")
                                + ". Retirez‑le\u00a0: ce texte figure dans la convention.");
    }

    /** Adds a fault to a form when the text cannot be printed. */
    public static void look(String field, String text, Faults faults) {
        complaint(text).ifPresent(words -> faults.add(field, words));
    }

    /** The text as it can be printed: each character that the typefaces lack becomes a question mark. */
    public static String printable(String text) {
        String clean = GlyphGuard.clean(text);
        List<Integer> missing = Fonts.SHARED.missing(clean);
        if (missing.isEmpty()) return clean;
        return clean.codePoints()
                .map(point -> missing.contains(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
