package fr.terrain.convention;

import fr.terrain.document.Document;
import io.quarkus.qute.TemplateExtension;

/** What the state of a convention looks like; never without its word. */
@TemplateExtension
public final class StateWords {
    private StateWords() {}

    public static String tone(Document.State state) {
        return switch (state) {
            case ISSUED -> "warn";
            case SIGNED -> "ok";
            case VOID -> "neutral";
        };
    }

    public static String icon(Document.State state) {
        return switch (state) {
            case ISSUED -> "signature";
            case SIGNED -> "check";
            case VOID -> "refuse";
        };
    }
}
