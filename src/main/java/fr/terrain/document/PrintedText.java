package fr.terrain.document;

import fr.terrain.http.Faults;
import java.util.Optional;

/** What is told to who types something that the convention will print: each of its characters must be in the typefaces. */
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
}
