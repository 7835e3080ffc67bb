package fr.terrain.document;

import java.util.List;

/** One block of a text, neutral of format: the PDF, the HTML page and the word list are drawn from the same blocks. */
public sealed interface Block {
    /** Level 1 is the document's title; the anchor is null where nothing refers to the heading. */
    record Heading(int level, List<Run> text, String anchor) implements Block {}

    record Paragraph(List<Run> text) implements Block {}

    /** A list; ordered ones count from {@code start}. */
    record Items(boolean ordered, int start, List<List<Block>> items) implements Block {}

    /** A table with one header row; {@code rowHeaders} makes the first cell of each row a header too. */
    record Table(List<Column> columns, List<List<List<Run>>> rows, boolean rowHeaders) implements Block {}

    /** The header of a column; numbers stand to the right. */
    record Column(List<Run> header, boolean numeric) {}

    /** A map with the sentence that replaces it for those who do not see it. */
    record Figure(String alternative, List<Run> caption, SituationMap map) implements Block {}

    /** Boxes to sign in, side by side. */
    record Signatures(List<SignatureBox> boxes) implements Block {}

    /** The field's name is unique in the document. */
    record SignatureBox(String field, List<Run> label, List<Run> who) {}
}
