package fr.terrain.document;

import java.awt.Color;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;

/** Where the next line goes: the height left on the page in points, and what every page carries at its head and foot. */
final class Pen {
    static final float LEFT = 62, RIGHT = TaggedPdf.WIDTH - 62, BOTTOM = 66;
    private static final float HEAD = TaggedPdf.HEIGHT - 40, SMALL = 8.5f, NOTICE_LEAD = 11.5f;

    final TaggedPdf pdf;
    final Fonts fonts;
    /** Top of what comes next. */
    float y;

    private final Paper paper;
    private final float top;
    private final int total;

    /** {@code total} is the number of pages, from an earlier pass; 0 where it is not known yet. */
    Pen(Paper paper, Fonts fonts, int total) {
        this.paper = paper;
        this.fonts = fonts;
        this.total = total;
        this.top = HEAD - 12 - NOTICE_LEAD * paper.notices().size() - 12;
        this.pdf = new TaggedPdf(paper, this::frame);
        this.y = top;
    }

    /** Height of an empty page. */
    float page() {
        return top - BOTTOM;
    }

    float left() {
        return y - BOTTOM;
    }

    boolean atTop() {
        return y == top;
    }

    void newPage() {
        pdf.newPage();
        y = top;
    }

    /** Turns the page where less than this is left; what is taller than a page starts where it is. */
    void need(float height) {
        if (left() < Math.min(height, page())) {
            newPage();
        }
    }

    /** Turns the page by {@code turn} where what must hold together no longer fits but would fit a page. */
    void keep(float height, Runnable turn) {
        if (height > left() && height < page() / 2) {
            turn.run();
        }
    }

    private void frame() {
        pdf.artifact("Pagination", "Header", () -> {
            text(fonts.strong, SMALL, Ink.PINE, LEFT, HEAD, fitting(fonts.strong, paper.title(), 320));
            right(paper.identifier(), HEAD);
            rule(LEFT, RIGHT, HEAD - 6, 0.6f, Ink.PINE);
            float at = HEAD - 6 - NOTICE_LEAD;
            for (String notice : paper.notices()) {
                text(fonts.strong, SMALL, Ink.ALARM, LEFT, at, notice);
                at -= NOTICE_LEAD;
            }
        });
        pdf.artifact("Pagination", "Footer", () -> {
            text(fonts.regular, SMALL, Ink.SOFT, LEFT, 36, fitting(fonts.regular, paper.subject(), 400));
            right("Page " + pdf.pageNumber() + " sur " + total, 36);
        });
    }

    private void right(String text, float at) {
        String fit = fitting(fonts.regular, text, 140);
        text(fonts.regular, SMALL, Ink.SOFT, RIGHT - Fonts.width(fonts.regular, fit, SMALL), at, fit);
    }

    private String fitting(BaseFont face, String text, float width) {
        String fit = text;
        while (Fonts.width(face, fit, SMALL) > width) {
            fit = fit.substring(0, fit.length() - 2).stripTrailing() + "…";
        }
        return fit;
    }

    void text(BaseFont face, float size, Color colour, float x, float base, String text) {
        PdfContentByte canvas = pdf.canvas();
        canvas.setColorFill(colour);
        canvas.beginText();
        canvas.setFontAndSize(face, size);
        canvas.setTextMatrix(x, base);
        canvas.showText(text);
        canvas.endText();
    }

    void rule(float from, float to, float at, float width, Color colour) {
        PdfContentByte canvas = pdf.canvas();
        canvas.saveState();
        canvas.setLineWidth(width);
        canvas.setColorStroke(colour);
        canvas.moveTo(from, at);
        canvas.lineTo(to, at);
        canvas.stroke();
        canvas.restoreState();
    }

    void fill(float x, float bottom, float width, float height, Color colour) {
        PdfContentByte canvas = pdf.canvas();
        canvas.saveState();
        canvas.setColorFill(colour);
        canvas.rectangle(x, bottom, width, height);
        canvas.fill();
        canvas.restoreState();
    }
}
