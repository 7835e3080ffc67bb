package fr.terrain.document;

import java.awt.Color;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfStructureElement;

/** Lines of text under one structure element, drawn in one or several goes; where there are links, runs become Span and Link children that own their content. */
final class Passage {
    /** Size, leading and colour of a text, in points; {@code toRight} sets lines against the right edge. */
    record Style(float size, float leading, Color colour, boolean toRight) {}

    private static final float BASELINE = 0.28f;

    private final Pen pen;
    private final PdfStructureElement element;
    private final List<LineBreaker.Line> lines;
    private final List<Run> runs;
    private final float left, right;
    private final Style style;
    private final Map<Run, PdfStructureElement> parts = new IdentityHashMap<>();

    /** A null element draws into whatever is open, such as an artifact. */
    Passage(Pen pen, PdfStructureElement element, List<Run> runs, float left, float right, Style style) {
        this.pen = pen;
        this.element = element;
        this.runs = runs;
        this.left = left;
        this.right = right;
        this.style = style;
        this.lines = LineBreaker.lines(pen.fonts, runs, right - left, style.size);
    }

    int lines() {
        return lines.size();
    }

    float height() {
        return lines.size() * style.leading;
    }

    /** Lines from (included) to (excluded) below {@code top}. */
    void draw(int from, int to, float top) {
        if (from >= to) {
            return;
        }
        List<LineBreaker.Line> some = lines.subList(from, to);
        if (element == null) {
            plain(some, top);
        } else if (runs.stream().noneMatch(r -> r.target() != null)) {
            pen.pdf.marked(element, () -> plain(some, top));
        } else {
            linked(some, top);
        }
    }

    private float start(LineBreaker.Line line) {
        return style.toRight ? right - line.width() : left;
    }

    private void plain(List<LineBreaker.Line> some, float top) {
        PdfContentByte canvas = pen.pdf.canvas();
        canvas.setColorFill(style.colour);
        canvas.beginText();
        float at = top;
        for (LineBreaker.Line line : some) {
            at -= style.leading;
            canvas.setTextMatrix(start(line), at + style.leading * BASELINE);
            for (LineBreaker.Segment segment : line.segments()) {
                canvas.setFontAndSize(segment.face(), style.size);
                canvas.showText(segment.text());
            }
        }
        canvas.endText();
    }

    private void linked(List<LineBreaker.Line> some, float top) {
        float at = top;
        for (LineBreaker.Line line : some) {
            at -= style.leading;
            float x = start(line);
            for (LineBreaker.Segment segment : line.segments()) {
                segment(segment, x, at + style.leading * BASELINE);
                x += segment.width();
            }
        }
    }

    private void segment(LineBreaker.Segment segment, float x, float base) {
        String target = segment.run().target();
        PdfStructureElement part =
                parts.computeIfAbsent(segment.run(), r -> pen.pdf.tag(element, r.target() == null ? "Span" : "Link"));
        Color colour = target == null ? style.colour : Ink.PINE;
        pen.pdf.marked(part, () -> pen.text(segment.face(), style.size, colour, x, base, segment.text()));
        if (target != null) {
            float to = x + Fonts.width(segment.face(), segment.text().stripTrailing(), style.size);
            pen.pdf.layout(() -> pen.rule(x, to, base - 1.6f, 0.5f, Ink.PINE));
            Rectangle place = new Rectangle(x, base - 3, to, base + style.size * 0.85f);
            pen.pdf.link(part, target, segment.run().text(), place);
        }
    }
}
