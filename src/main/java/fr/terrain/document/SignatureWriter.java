package fr.terrain.document;

import java.util.List;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfStructureElement;

/** Draws the boxes that parties sign in, two by two, each with its empty signature field. */
final class SignatureWriter {
    /** Height that the first boxes need below a heading. */
    static final float OPENING = 140;

    private static final float BOX = 74;
    private static final Passage.Style SIGNER = new Passage.Style(9.5f, 13, Ink.TEXT, false);

    private final Pen pen;

    SignatureWriter(Pen pen) {
        this.pen = pen;
    }

    void draw(Block.Signatures signatures, PdfStructureElement parent) {
        float gap = 16;
        int across = Math.min(2, signatures.boxes().size());
        float width = (Pen.RIGHT - Pen.LEFT - gap * (across - 1)) / across;
        for (int i = 0; i < signatures.boxes().size(); i += across) {
            List<Block.SignatureBox> row = signatures
                    .boxes()
                    .subList(i, Math.min(i + across, signatures.boxes().size()));
            float text = 0;
            for (Block.SignatureBox box : row) {
                text = Math.max(text, signer(box, null, null, Pen.LEFT, width));
            }
            pen.need(text + BOX + 14);
            float x = Pen.LEFT;
            for (Block.SignatureBox box : row) {
                sign(box, pen.pdf.tag(parent, "Div"), x, width, text);
                x += width + gap;
            }
            pen.y -= text + BOX + 14;
        }
    }

    /** Height of a signer's words; draws them where elements are given. */
    private float signer(
            Block.SignatureBox box, PdfStructureElement label, PdfStructureElement who, float x, float width) {
        List<Run> bold = box.label().stream().map(Run::asStrong).toList();
        Passage first = new Passage(pen, label, bold, x, x + width, PdfPress.TEXT);
        Passage second = new Passage(pen, who, box.who(), x, x + width, SIGNER);
        if (label != null) {
            first.draw(0, first.lines(), pen.y);
            second.draw(0, second.lines(), pen.y - first.height());
        }
        return first.height() + second.height() + 5;
    }

    private void sign(Block.SignatureBox box, PdfStructureElement group, float x, float width, float text) {
        signer(box, pen.pdf.tag(group, "P"), pen.pdf.tag(group, "P"), x, width);
        float top = pen.y - text;
        pen.pdf.layout(() -> {
            pen.pdf.canvas().setColorStroke(Ink.LINE);
            pen.pdf.canvas().setLineWidth(0.7f);
            pen.pdf.canvas().rectangle(x, top - BOX, width, BOX);
            pen.pdf.canvas().stroke();
        });
        String name = Run.plain(box.label()) + ", " + Run.plain(box.who());
        Rectangle place = new Rectangle(x + 2, top - BOX + 2, x + width - 2, top - 2);
        pen.pdf.signatureField(pen.pdf.tag(group, "Form"), box.field(), name, place);
    }
}
