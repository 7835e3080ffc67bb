package fr.terrain.convention;

import fr.terrain.document.TemplateFile;
import fr.terrain.rule.Condition;
import java.time.LocalDate;
import java.util.Set;

/** One clause of the library: its text, when it applies and why, its legal basis, how sure that is, and who validated it. */
public record Clause(
        String code,
        String title,
        String version,
        int order,
        Rank rank,
        String article,
        Condition condition,
        String reason,
        String basis,
        Certainty certainty,
        State state,
        String validatedBy,
        LocalDate validFrom,
        TemplateFile file) {

    /** Where a clause stands: the preamble, an article, a numbered part of the article before it, an annex. */
    public enum Rank {
        PREAMBULE,
        ARTICLE,
        PARAGRAPHE,
        ANNEXE
    }

    /** A: read in a public source; B: established, not re-read; C: a lawyer must confirm. */
    public enum Certainty {
        A,
        B,
        C
    }

    public enum State {
        BROUILLON,
        VALIDEE,
        RETIREE
    }

    static final Set<String> REQUIRED =
            Set.of("code", "titre", "version", "ordre", "fondement", "certitude", "etat", "validee_par", "valable_du");
    static final Set<String> OPTIONAL = Set.of("rang", "article", "quand", "pourquoi");

    /** What references in the text point at: variants of one article share it. */
    String anchor() {
        return rank == Rank.PARAGRAPHE ? code : article;
    }
}
