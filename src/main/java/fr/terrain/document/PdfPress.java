package fr.terrain.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStructureElement;

/** Prints a paper as a tagged PDF (PDF/UA-1 and PDF/A-3a); the same paper gives the same bytes. Safe to call from several threads. */
public final class PdfPress {
    private static final float BODY = 10.5f, LEADING = 15, INDENT = 22;
    static final Passage.Style TEXT = new Passage.Style(BODY, LEADING, Ink.TEXT, false);
    private static final Passage.Style CAPTION = new Passage.Style(9, 12, Ink.SOFT, false);

    private final Pen pen;

    private PdfPress(Pen pen) {
        this.pen = pen;
    }

    /** Two passes: the first counts the pages for "Page x sur y". */
    public static byte[] print(Paper paper) {
        int pages = 0;
        for (int pass = 0; ; pass++) {
            Pen pen = new Pen(paper, Fonts.SHARED, pages);
            new PdfPress(pen).document(paper.blocks());
            pages = pen.pdf.pageNumber();
            byte[] bytes = pen.pdf.close();
            if (pass == 1) {
                return bytes;
            }
        }
    }

    private void document(List<Block> blocks) {
        PdfStructureElement section = pen.pdf.document();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Block.Heading heading && heading.level() == 2) {
                section = pen.pdf.tag(pen.pdf.document(), "Sect");
            }
            draw(blocks, i, section, Pen.LEFT);
        }
    }

    private void draw(List<Block> blocks, int i, PdfStructureElement parent, float left) {
        switch (blocks.get(i)) {
            case Block.Heading heading -> heading(heading, opening(blocks, i, left), parent, left);
            case Block.Paragraph paragraph -> {
                if (introduces(blocks, i)) {
                    pen.need(opening(blocks, i, left));
                }
                flow(pen.pdf.tag(parent, "P"), paragraph.text(), left);
                pen.y -= 6;
            }
            case Block.Items items -> items(items, parent, left);
            case Block.Table table -> new TableWriter(pen, table, left, Pen.RIGHT).draw(parent);
            case Block.Figure figure -> figure(figure, parent);
            case Block.Signatures signatures -> new SignatureWriter(pen).draw(signatures, parent);
        }
    }

    /** A line that announces what follows stays with it, and boxes to sign are never alone on their page. */
    private static boolean introduces(List<Block> blocks, int i) {
        return i + 1 < blocks.size()
                && blocks.get(i) instanceof Block.Paragraph p
                && (Run.plain(p.text()).endsWith(":") || blocks.get(i + 1) instanceof Block.Signatures);
    }

    /** Height that must hold on one page from this block on: no heading is left at the foot of a page. */
    private float opening(List<Block> blocks, int i, float left) {
        if (i >= blocks.size()) {
            return 0;
        }
        return switch (blocks.get(i)) {
            case Block.Heading h ->
                before(h) + passage(null, bold(h), left, style(h)).height() + 4 + opening(blocks, i + 1, left);
            case Block.Paragraph p -> {
                float height = passage(null, p.text(), left, TEXT).height();
                yield introduces(blocks, i) ? height + 6 + opening(blocks, i + 1, left) : together(height);
            }
            case Block.Items items -> opening(items.items().getFirst(), 0, left + INDENT);
            case Block.Table table -> new TableWriter(pen, table, left, Pen.RIGHT).opening();
            case Block.Figure figure -> (float) figure.map().height() + 30;
            case Block.Signatures signatures -> SignatureWriter.OPENING;
        };
    }

    /** Two lines at least, and all three of a three-line paragraph. */
    private static float together(float height) {
        return height <= 3 * LEADING ? height : 2 * LEADING;
    }

    private static float before(Block.Heading heading) {
        return heading.level() == 1 ? 0 : heading.level() == 2 ? 14 : 9;
    }

    private static Passage.Style style(Block.Heading heading) {
        float size = heading.level() == 1 ? 19 : heading.level() == 2 ? 13 : 11;
        return new Passage.Style(size, size * 1.3f, heading.level() < 3 ? Ink.PINE : Ink.TEXT, false);
    }

    private static List<Run> bold(Block.Heading heading) {
        return heading.text().stream().map(Run::asStrong).toList();
    }

    private Passage passage(PdfStructureElement element, List<Run> runs, float left, Passage.Style style) {
        return new Passage(pen, element, runs, left, Pen.RIGHT, style);
    }

    private void heading(Block.Heading heading, float opening, PdfStructureElement parent, float left) {
        pen.need(opening);
        if (!pen.atTop()) {
            pen.y -= before(heading);
        }
        pen.pdf.bookmark(heading.level(), Run.plain(heading.text()), pen.y + 2);
        if (heading.anchor() != null) {
            pen.pdf.destination(heading.anchor(), pen.y + 4);
        }
        Passage passage = passage(pen.pdf.tag(parent, "H" + heading.level()), bold(heading), left, style(heading));
        passage.draw(0, passage.lines(), pen.y);
        pen.y -= passage.height() + (heading.level() == 1 ? 10 : 4);
    }

    /** Text over as many pages as it takes, never one line alone at the foot or at the head of a page. */
    private void flow(PdfStructureElement element, List<Run> runs, float left) {
        Passage passage = passage(element, runs, left, TEXT);
        int from = 0;
        while (from < passage.lines()) {
            int rest = passage.lines() - from, fit = Math.min(rest, (int) Math.floor(pen.left() / LEADING));
            if (fit < rest && rest - fit == 1) {
                fit--;
            }
            if (fit < Math.min(2, rest) && !pen.atTop()) {
                pen.newPage();
                continue;
            }
            passage.draw(from, from + fit, pen.y);
            pen.y -= fit * LEADING;
            from += fit;
            if (from < passage.lines()) {
                pen.newPage();
            }
        }
    }

    private void items(Block.Items list, PdfStructureElement parent, float left) {
        PdfStructureElement element = pen.pdf.tag(parent, "L");
        PdfName numbering = new PdfName(list.ordered() ? "Decimal" : "Disc");
        TaggedPdf.attributes(element, "List", Map.of("ListNumbering", numbering));
        int number = list.start();
        for (List<Block> item : list.items()) {
            pen.need(opening(item, 0, left + INDENT));
            PdfStructureElement line = pen.pdf.tag(element, "LI");
            PdfStructureElement label = pen.pdf.tag(line, "Lbl"), body = pen.pdf.tag(line, "LBody");
            String mark = list.ordered() ? number++ + "." : "•";
            float base = pen.y - LEADING + LEADING * 0.28f;
            pen.pdf.marked(label, () -> pen.text(pen.fonts.regular, BODY, Ink.TEXT, left + 6, base, mark + " "));
            for (int i = 0; i < item.size(); i++) {
                draw(item, i, body, left + INDENT);
                pen.y += item.get(i) instanceof Block.Paragraph ? 4 : 0;
            }
        }
        pen.y -= 5;
    }

    private void figure(Block.Figure figure, PdfStructureElement parent) {
        float width = (float) figure.map().width(),
                height = (float) figure.map().height();
        pen.need(height + 30);
        float bottom = pen.y - height;
        PdfStructureElement group = pen.pdf.tag(parent, "Div"), element = pen.pdf.tag(group, "Figure");
        TaggedPdf.alternative(element, figure.alternative());
        Map<String, PdfObject> place = new LinkedHashMap<>();
        place.put("Placement", new PdfName("Block"));
        place.put("BBox", new PdfArray(new float[] {Pen.LEFT, bottom, Pen.LEFT + width, pen.y}));
        TaggedPdf.attributes(element, "Layout", place);
        pen.pdf.marked(element, () -> MapPdf.paint(pen, MapDrawing.of(figure.map()), Pen.LEFT, bottom));
        pen.y = bottom - 3;
        if (!figure.caption().isEmpty()) {
            List<Run> caption = figure.caption().stream().map(Run::asEmphasis).toList();
            Passage passage = passage(pen.pdf.tag(group, "Caption"), caption, Pen.LEFT, CAPTION);
            passage.draw(0, passage.lines(), pen.y);
            pen.y -= passage.height();
        }
        pen.y -= 8;
    }
}
