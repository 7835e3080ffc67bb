package fr.terrain.site;

import fr.terrain.Refusal;
import java.util.List;
import java.util.Map;

/** What may not happen to a site as things stand. */
public class SiteRefusal extends Refusal {
    private final transient List<Missing> missing;

    /** Why not. */
    public enum Reason {
        SITE_STATE,
        REVISION_STATE,
        REVISION_MISSING,
        SITE_INCOMPLETE,
        GRANTOR_UNCHECKED,
        SPACE_MENTIONED,
        ENTRY_DECIDED
    }

    private SiteRefusal(Reason reason, String detail, List<Missing> missing) {
        super(reason, detail);
        this.missing = missing;
    }

    private SiteRefusal(Reason reason, String detail) {
        this(reason, detail, List.of());
    }

    /** The site is not in a state from which this can be done. */
    static SiteRefusal state(String detail) {
        return new SiteRefusal(Reason.SITE_STATE, detail);
    }

    static SiteRefusal submitted() {
        return new SiteRefusal(
                Reason.REVISION_STATE,
                "Cette version est soumise à validation : elle ne se modifie plus tant qu’elle n’est pas renvoyée.");
    }

    static SiteRefusal notSubmitted() {
        return new SiteRefusal(Reason.REVISION_STATE, "Cette version n’est pas soumise à validation.");
    }

    static SiteRefusal noRevision() {
        return new SiteRefusal(Reason.REVISION_MISSING, "Aucune modification n’est en cours sur ce site.");
    }

    static SiteRefusal incomplete(List<Missing> missing) {
        return new SiteRefusal(
                Reason.SITE_INCOMPLETE,
                "Il manque de quoi publier : "
                        + String.join(" ", missing.stream().map(Missing::words).toList()),
                missing);
    }

    static SiteRefusal uncheckedGrantor() {
        return new SiteRefusal(
                Reason.GRANTOR_UNCHECKED,
                "L’organisation n’est pas encore acceptée comme partenaire : la Métropole vérifie d’abord son identité.");
    }

    static SiteRefusal spaceMentioned(String space) {
        return new SiteRefusal(
                Reason.SPACE_MENTIONED,
                "L’espace « %s » a été demandé ou fermé : il reste, gardez‑le dans la fiche.".formatted(space));
    }

    static SiteRefusal entryDecided() {
        return new SiteRefusal(
                Reason.ENTRY_DECIDED,
                "Cette fiche du recensement est déjà traitée : rouvrez‑la d’abord si c’est une erreur.");
    }

    @Override
    public Map<String, Object> members() {
        return missing.isEmpty() ? Map.of() : Map.of("missing", missing);
    }
}
