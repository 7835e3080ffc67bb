package fr.terrain.convention;

import fr.terrain.document.Block;
import fr.terrain.document.HtmlPress;
import fr.terrain.document.Paper;
import fr.terrain.document.PdfPress;
import fr.terrain.document.Words;
import java.util.List;
import java.util.Objects;

/** A convention without gaps, ready to be shown and printed; equal inputs and model give equal bytes. */
public final class AssembledConvention {
    /** The blocks of one clause; the clause is null for the heading with the parties. */
    record Part(ClauseInForce clause, List<Block> blocks) {}

    private final ConventionInputs inputs;
    private final Paper paper;
    private final List<Part> parts;

    AssembledConvention(ConventionInputs inputs, Paper paper, List<Part> parts) {
        this.inputs = inputs;
        this.paper = paper;
        this.parts = List.copyOf(parts);
    }

    public ConventionInputs inputs() {
        return inputs;
    }

    /** Tagged PDF (PDF/UA-1 and PDF/A-3a) with the inputs attached; printed anew at each call. */
    public byte[] pdf() {
        return PdfPress.print(paper);
    }

    /** An {@code article} of class {@code sheet}, to be put below a page's h1. */
    public String html() {
        return HtmlPress.print(paper);
    }

    public List<ClauseInForce> clauses() {
        return parts.stream().map(Part::clause).filter(Objects::nonNull).toList();
    }

    /** All words in reading order, without what only repeats on each page. */
    public List<String> words() {
        return Words.of(paper.blocks());
    }

    List<Part> parts() {
        return parts;
    }
}
