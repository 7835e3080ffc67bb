package fr.terrain.document;

import java.util.List;

/** A stretch of text in one face; {@code target} is null, "#anchor" or an https address; {@code source} says which variable it came from, null for the template's own words. */
public record Run(String text, boolean strong, boolean emphasis, String target, Source source) {
    /** The variable that gave a text, and where the template asked for it (file name, line from 1). */
    public record Source(String variable, String file, int line) {}

    public static Run of(String text) {
        return new Run(text, false, false, null, null);
    }

    Run withText(String other) {
        return new Run(other, strong, emphasis, target, source);
    }

    Run asStrong() {
        return new Run(text, true, emphasis, target, source);
    }

    Run asEmphasis() {
        return new Run(text, strong, true, target, source);
    }

    /** The text alone. */
    public static String plain(List<Run> runs) {
        return String.join("", runs.stream().map(Run::text).toList());
    }
}
