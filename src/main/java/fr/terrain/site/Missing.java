package fr.terrain.site;

import java.util.ArrayList;
import java.util.List;

/** Something without which a site cannot be published: the field, the step of the editor where it is given, and what to do. */
public record Missing(String field, Step step, String words) {
    /** The steps of the editor, in their order. */
    public enum Step {
        IDENTITY("identite"),
        PLACE("lieu"),
        TERMS("conditions"),
        SPACES("espaces");

        private final String path;

        Step(String path) {
            this.path = path;
        }

        /** The last part of its address. */
        public String path() {
            return path;
        }
    }

    /** What is missing of this content, in the order of the steps; empty when it can be published. */
    public static List<Missing> of(SiteContent content) {
        List<Missing> missing = new ArrayList<>();
        SiteContent.Identity identity = content.identity();
        need(
                missing,
                identity.summary().length() >= 10,
                "identity.summary",
                Step.IDENTITY,
                "Résumez le site en une phrase.");
        need(
                missing,
                identity.description().length() >= 20,
                "identity.description",
                Step.IDENTITY,
                "Décrivez le site.");
        need(missing, !identity.themes().isEmpty(), "identity.themes", Step.IDENTITY, "Cochez au moins un thème.");
        SiteContent.Place place = content.place();
        need(missing, place.located(), "place.longitude", Step.PLACE, "Placez le point d’accès.");
        need(missing, !place.insee().isEmpty(), "place.insee", Step.PLACE, "Choisissez la commune.");
        need(
                missing,
                place.positionConfidence() != null,
                "place.positionConfidence",
                Step.PLACE,
                "Dites si la position est sûre.");
        SiteContent.Terms terms = content.terms();
        need(missing, !terms.whoDecides().isEmpty(), "terms.whoDecides", Step.TERMS, "Dites qui décide.");
        need(missing, terms.usualDays() != null, "terms.usualDays", Step.TERMS, "Donnez le délai habituel de réponse.");
        need(missing, !terms.conditions().isEmpty(), "terms.conditions", Step.TERMS, "Écrivez les conditions d’usage.");
        need(missing, !terms.contact().isEmpty(), "terms.contact", Step.TERMS, "Donnez un contact.");
        need(missing, !content.spaces().isEmpty(), "spaces", Step.SPACES, "Ajoutez au moins un espace.");
        return missing;
    }

    private static void need(List<Missing> missing, boolean given, String field, Step step, String words) {
        if (!given) missing.add(new Missing(field, step, words));
    }
}
