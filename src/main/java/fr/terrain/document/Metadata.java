package fr.terrain.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfFileSpecification;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** What a file says of itself for PDF/UA-1 and PDF/A-3a: information, XMP, colour space, attached sources, identity; all from the paper, nothing from the clock. */
final class Metadata {
    private static final String TOOL = "Terrain, modèle ";
    private static final byte[] SRGB = SrgbProfile.bytes();
    private static final DateTimeFormatter PDF_DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter XMP_DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
              xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%2$s</rdf:li></rdf:Alt></dc:description>
            <dc:creator><rdf:Seq><rdf:li>%3$s</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
            <dc:identifier>%4$s</dc:identifier>
            <xmp:CreateDate>%5$s</xmp:CreateDate><xmp:ModifyDate>%5$s</xmp:ModifyDate><xmp:MetadataDate>%5$s</xmp:MetadataDate>
            <xmp:CreatorTool>%6$s</xmp:CreatorTool>
            <pdf:Producer>%7$s</pdf:Producer>
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
              xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>""";

    private Metadata() {}

    static void write(PdfWriter writer, Paper paper) throws IOException {
        information(writer.getInfo(), paper);
        writer.setXmpMetadata(xmp(paper).getBytes(StandardCharsets.UTF_8));
        PdfDictionary catalog = writer.getExtraCatalog();
        catalog.put(new PdfName("Lang"), unicode("fr-FR"));
        catalog.put(PdfName.OUTPUTINTENTS, new PdfArray(outputIntent(writer)));
        PdfArray sources = new PdfArray();
        for (Paper.Attachment attachment : paper.attachments()) {
            sources.add(attach(writer, attachment, paper));
        }
        if (!paper.attachments().isEmpty()) {
            catalog.put(PdfName.AF, sources);
        }
    }

    /** Sixteen bytes from the paper's seed and its text, for the trailer's /ID. */
    static byte[] identity(Paper paper) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(paper.seed());
            digest.update(paper.blocks().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(paper.template().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static PdfString unicode(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    private static void information(PdfDictionary info, Paper paper) {
        info.put(PdfName.TITLE, unicode(paper.title()));
        info.put(PdfName.AUTHOR, unicode(paper.author()));
        info.put(PdfName.SUBJECT, unicode(paper.subject()));
        info.put(PdfName.CREATOR, unicode(TOOL + paper.template()));
        info.put(PdfName.PRODUCER, unicode(Document.getVersion()));
        info.put(PdfName.CREATIONDATE, new PdfString(PDF_DATE.format(paper.date())));
        info.put(PdfName.MODDATE, new PdfString(PDF_DATE.format(paper.date())));
    }

    private static PdfObject attach(PdfWriter writer, Paper.Attachment attachment, Paper paper) throws IOException {
        PdfDictionary parameters = new PdfDictionary();
        parameters.put(PdfName.MODDATE, new PdfString(PDF_DATE.format(paper.date())));
        PdfFileSpecification file = PdfFileSpecification.fileEmbedded(
                writer, null, attachment.name(), attachment.bytes(), true, attachment.mediaType(), parameters);
        file.put(new PdfName("AFRelationship"), new PdfName("Source"));
        file.put(new PdfName("UF"), unicode(attachment.name()));
        file.addDescription(attachment.description(), true);
        writer.addFileAttachment(attachment.name(), file);
        return file.getReference();
    }

    private static PdfDictionary outputIntent(PdfWriter writer) throws IOException {
        PdfStream profile = new PdfStream(SRGB);
        profile.put(PdfName.N, new PdfNumber(3));
        profile.flateCompress(PdfStream.BEST_COMPRESSION);
        PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
        intent.put(PdfName.S, PdfName.GTS_PDFA1);
        intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(SrgbProfile.NAME));
        intent.put(PdfName.INFO, new PdfString(SrgbProfile.NAME));
        intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
        return intent;
    }

    private static String xmp(Paper paper) {
        return XMP.formatted(
                escape(paper.title()),
                escape(paper.subject()),
                escape(paper.author()),
                escape(paper.identifier()),
                XMP_DATE.format(paper.date()),
                escape(TOOL + paper.template()),
                escape(Document.getVersion()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
