package fr.terrain.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfFormField;
import org.openpdf.text.pdf.PdfIndirectObject;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.openpdf.text.pdf.PdfWriter;

/**
 * What OpenPDF does not do by itself: a structure tree with marked content, tied annotations, a fixed identity. An element holds either marked content or
 * child elements, never both. Lengths are points, the origin is the page's lower left corner.
 */
final class TaggedPdf {
    static final float WIDTH = PageSize.A4.getWidth(), HEIGHT = PageSize.A4.getHeight();

    private static final int DEEPEST_HEADING = 6;

    private final Document pages = new Document(PageSize.A4);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
    private final Writer writer;
    private final PdfStructureTreeRoot root;
    private final PdfStructureElement document;
    private final Map<Integer, PdfOutline> outlines = new LinkedHashMap<>();

    /** {@code atPageEnd} draws what every page carries, as artifacts. */
    TaggedPdf(Paper paper, Runnable atPageEnd) {
        PdfDocument pdf = new PdfDocument();
        pages.addDocListener(pdf);
        writer = new Writer(pdf, out);
        pdf.addWriter(writer);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
        writer.setPageEvent(new PdfPageEventHelper() {
            @Override
            public void onEndPage(PdfWriter w, Document d) {
                atPageEnd.run();
            }
        });
        pages.open();
        try {
            Metadata.write(writer, paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] identity = Metadata.identity(paper);
        writer.identity = PdfEncryption.createInfoId(identity, identity);
        root = writer.getStructureTreeRoot();
        document = new PdfStructureElement(root, new PdfName("Document"));
    }

    PdfStructureElement document() {
        return document;
    }

    PdfContentByte canvas() {
        return writer.getDirectContent();
    }

    void newPage() {
        pages.newPage();
    }

    int pageNumber() {
        return writer.getPageNumber();
    }

    byte[] close() {
        pages.close();
        return out.toByteArray();
    }

    PdfStructureElement tag(PdfStructureElement parent, String type) {
        return new PdfStructureElement(parent, new PdfName(type));
    }

    static void attributes(PdfStructureElement element, String owner, Map<String, PdfObject> values) {
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(new PdfName("O"), new PdfName(owner));
        values.forEach((key, value) -> attributes.put(new PdfName(key), value));
        element.put(new PdfName("A"), attributes);
    }

    static void alternative(PdfStructureElement element, String text) {
        element.put(PdfName.ALT, Metadata.unicode(text));
    }

    void marked(PdfStructureElement element, Runnable draw) {
        canvas().beginMarkedContentSequence(element);
        draw.run();
        canvas().endMarkedContentSequence();
    }

    /** Decoration that assistive tools pass over. */
    void layout(Runnable draw) {
        artifact("Layout", null, draw);
    }

    void artifact(String type, String subtype, Runnable draw) {
        PdfDictionary kind = new PdfDictionary();
        kind.put(PdfName.TYPE, new PdfName(type));
        if (subtype != null) {
            kind.put(PdfName.SUBTYPE, new PdfName(subtype));
        }
        canvas().beginMarkedContentSequence(new PdfName("Artifact"), kind, true);
        draw.run();
        canvas().endMarkedContentSequence();
    }

    void link(PdfStructureElement element, String target, String contents, Rectangle place) {
        PdfAction action =
                target.startsWith("#") ? PdfAction.gotoLocalPage(target.substring(1), false) : new PdfAction(target);
        PdfAnnotation annotation =
                new PdfAnnotation(writer, place.getLeft(), place.getBottom(), place.getRight(), place.getTop(), action);
        annotation.put(PdfName.CONTENTS, Metadata.unicode(contents));
        annotation.put(PdfName.BORDER, new PdfArray(new float[] {0, 0, 0}));
        annotation.put(PdfName.F, new PdfNumber(PdfAnnotation.FLAGS_PRINT));
        tie(element, annotation);
    }

    /** An empty field for an electronic signature. */
    void signatureField(PdfStructureElement element, String name, String label, Rectangle place) {
        PdfFormField field = PdfFormField.createSignature(writer);
        field.setWidget(place, null);
        field.setFieldName(name);
        field.put(PdfName.TU, Metadata.unicode(label));
        field.put(PdfName.CONTENTS, Metadata.unicode(label));
        field.setFlags(PdfAnnotation.FLAGS_PRINT);
        field.setAppearance(
                PdfAnnotation.APPEARANCE_NORMAL, canvas().createAppearance(place.getWidth(), place.getHeight()));
        field.setPage();
        tie(element, field);
    }

    void bookmark(int level, String title, float top) {
        PdfOutline parent = canvas().getRootOutline();
        for (int above = level - 1; above > 0; above--) {
            if (outlines.containsKey(above)) {
                parent = outlines.get(above);
                break;
            }
        }
        outlines.put(level, new PdfOutline(parent, new PdfDestination(PdfDestination.FITH, top), title, true));
        for (int below = level + 1; below <= DEEPEST_HEADING; below++) {
            outlines.remove(below);
        }
    }

    void destination(String anchor, float top) {
        canvas().localDestination(anchor, new PdfDestination(PdfDestination.XYZ, -1, top, 0));
    }

    /** Object reference in the element, parent tree entry in the annotation. */
    private void tie(PdfStructureElement element, PdfAnnotation annotation) {
        annotation.put(PdfName.STRUCTPARENT, new PdfNumber(root.addExistingObject(element.getReference())));
        PdfDictionary reference = new PdfDictionary(PdfName.OBJR);
        reference.put(PdfName.OBJ, annotation.getIndirectReference());
        reference.put(PdfName.PG, writer.getCurrentPage());
        PdfArray kids = element.get(PdfName.K) instanceof PdfArray array ? array : new PdfArray();
        if (kids.isEmpty() && element.get(PdfName.K) != null) {
            kids.add(element.get(PdfName.K));
        }
        element.put(PdfName.K, kids);
        kids.add(reference);
        writer.addAnnotation(annotation);
    }

    /** PdfWriter reads the file identifier from the information dictionary after it wrote that dictionary: it goes in only then. */
    private static final class Writer extends PdfWriter {
        private PdfObject identity;

        Writer(PdfDocument pdf, ByteArrayOutputStream out) {
            super(pdf, out);
        }

        @Override
        public PdfIndirectObject addToBody(PdfObject object, boolean inObjectStream) throws IOException {
            PdfIndirectObject added = super.addToBody(object, inObjectStream);
            if (object == getInfo() && identity != null) {
                getInfo().put(PdfName.FILEID, identity);
            }
            return added;
        }
    }
}
