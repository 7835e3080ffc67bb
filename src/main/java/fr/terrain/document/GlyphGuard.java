package fr.terrain.document;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** Says what a text could not be printed with: a character that the typeface lacks would vanish from a contract without a word. */
public final class GlyphGuard {
    private GlyphGuard() {}

    /** The text with its letters composed (NFC) and every stretch of white space made one space. */
    public static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\u2028\\u2029]+", " ")
                .strip();
    }

    /** A French sentence naming the characters that cannot be printed; the text is taken as {@link #clean} leaves it. */
    public static Optional<String> complaint(String text) {
        List<Integer> missing = Fonts.SHARED.missing(text);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                (missing.size() == 1 ? "Caractère impossible à imprimer : " : "Caractères impossibles à imprimer : ")
                        + String.join(
                                ", ",
                                missing.stream().limit(5).map(GlyphGuard::name).toList())
                        + (missing.size() > 5 ? "…" : ""));
    }

    private static String name(int codePoint) {
        String code = "U+%04X".formatted(codePoint);
        boolean shown = Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.OTHER_SYMBOL;
        return shown ? "« " + Character.toString(codePoint) + " » (" + code + ")" : code;
    }
}
