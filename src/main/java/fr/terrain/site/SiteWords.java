package fr.terrain.site;

import fr.terrain.http.Words;
import io.quarkus.qute.TemplateExtension;

/** How the pages of those who keep sites say where things stand. */
@TemplateExtension
public final class SiteWords {
    private SiteWords() {}

    /** How sure something is that is no position. */
    static String sure(Site.Confidence confidence) {
        return Words.say("sure." + confidence);
    }

    static String tone(Site.State state) {
        return switch (state) {
            case PUBLISHED -> "ok";
            case TO_VALIDATE -> "info";
            case DRAFT, ARCHIVED -> "neutral";
            case SUSPENDED -> "warn";
        };
    }

    static String icon(Site.State state) {
        return switch (state) {
            case PUBLISHED -> "check";
            case TO_VALIDATE -> "clock";
            case DRAFT, ARCHIVED -> "document";
            case SUSPENDED -> "warning";
        };
    }
}
