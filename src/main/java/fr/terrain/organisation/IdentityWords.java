package fr.terrain.organisation;

import io.quarkus.qute.TemplateExtension;

/** How pages show what became of the check of an identity. */
@TemplateExtension
final class IdentityWords {
    private IdentityWords() {}

    static String tone(Organisation.Identity identity) {
        return switch (identity) {
            case CHECKED -> "ok";
            case TO_CHECK -> "info";
            case REFUSED -> "warn";
        };
    }

    static String icon(Organisation.Identity identity) {
        return switch (identity) {
            case CHECKED -> "check";
            case TO_CHECK -> "clock";
            case REFUSED -> "warning";
        };
    }
}
