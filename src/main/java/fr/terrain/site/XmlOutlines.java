package fr.terrain.site;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The polygons of a GPX 1.1 or KML 2.2 file, element by element; whatever declares a document type is refused. */
class XmlOutlines {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 40;
    private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?";

    /** A track walked around a place ends within some thirty metres of where it began. */
    private static final double WALKED = 0.0003;

    private static final int LONGEST_DECLARATION = 200;
    private static final Pattern ENCODING = Pattern.compile(
            "^(?:\u00ef\u00bb\u00bf)?<\\?xml[^>]{0,60}encoding\\s*=\\s*[\"']([A-Za-z0-9_.-]{1,30})[\"']");
    private static final Set<String> CODINGS =
            Set.of("UTF-8", "UTF-16", "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252", "US-ASCII");
    private static final String MARK = "\ufeff";

    private static final XMLInputFactory XML = hardened();

    private final Outlines outlines;
    private XMLStreamReader in;
    private String inside = "";

    XmlOutlines(Outlines outlines) {
        this.outlines = outlines;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    /** Reads them all; what the root calls itself, in small letters. */
    String read(byte[] bytes) throws PerimeterFault {
        try {
            in = XML.createXMLStreamReader(new StringReader(text(bytes)));
            String root = "";
            for (int depth = 0; in.hasNext(); ) {
                switch (in.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new PerimeterFault(
                                "Ce fichier déclare un type de document ou des entités (DTD)\u00a0: il n’est pas lu.");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST)
                            throw new PerimeterFault("Les éléments de ce fichier sont trop imbriqués.");
                        if (depth == 1) root = known(in.getLocalName());
                        // The text of coordinates is read to its end, which leaves that element.
                        if (start(root, in.getLocalName())) depth--;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        end(in.getLocalName());
                    }
                    default -> {}
                }
            }
            return root;
        } catch (XMLStreamException | RuntimeException e) {
            throw new PerimeterFault("Ce fichier n’est pas un XML lisible\u00a0: il est coupé ou mal formé.");
        }
    }

    /** Decoded before the parser sees it, for that one guesses and prints. */
    private static String text(byte[] bytes) throws PerimeterFault {
        boolean wide = bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff;
        Matcher declared = ENCODING.matcher(
                new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1));
        String coding = wide ? "UTF-16" : declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
        try {
            if (!CODINGS.contains(coding) || !wide && coding.equals("UTF-16")) throw new CharacterCodingException();
            String text = Charset.forName(coding)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new PerimeterFault(
                    "Le codage de ce fichier n’est pas celui qu’il annonce, ou n’est pas reçu\u00a0: enregistrez-le en UTF-8.");
        }
    }

    private static String known(String root) throws PerimeterFault {
        String name = root.toLowerCase(Locale.ROOT);
        if (!name.equals("gpx") && !name.equals("kml"))
            throw new PerimeterFault("Ce fichier XML n’est ni un GPX ni un KML.");
        return name;
    }

    private boolean start(String root, String element) throws PerimeterFault, XMLStreamException {
        if (root.equals("gpx") && (element.equals("trkpt") || element.equals("rtept")))
            outlines.addPoint(number(in.getAttributeValue(null, "lon")), number(in.getAttributeValue(null, "lat")));
        if (root.equals("gpx") && element.equals("wpt"))
            outlines.notice("Les points isolés de ce fichier ont été laissés de côté.");
        if (root.equals("kml")) return startKml(element);
        if (element.equals("trkseg") || element.equals("rte")) inside = element;
        return false;
    }

    private boolean startKml(String element) throws PerimeterFault, XMLStreamException {
        switch (element) {
            case "Polygon", "outerBoundaryIs", "innerBoundaryIs" -> inside = element;
            case "Point", "LineString", "Track", "MultiTrack" ->
                outlines.notice("Les points et les lignes de ce fichier ont été laissés de côté.");
            case "NetworkLink" -> outlines.notice("Les liens de ce fichier vers d’autres fichiers ne sont pas suivis.");
            default -> {}
        }
        if (!element.equals("coordinates") || !inside.endsWith("BoundaryIs")) return false;
        coordinates(in.getElementText());
        return true;
    }

    private void end(String element) throws PerimeterFault {
        if (element.equals(inside) && (element.equals("trkseg") || element.equals("rte"))) {
            outlines.endRing(WALKED);
            outlines.endPolygon();
            inside = "";
        }
        if (element.equals("Polygon") && !inside.isEmpty()) {
            outlines.endPolygon();
            inside = "";
        }
        if (element.equals(inside) && element.endsWith("BoundaryIs")) inside = "Polygon";
    }

    private void coordinates(String text) throws PerimeterFault {
        for (String tuple : text.strip().split("\\s+")) {
            String[] numbers = tuple.split(",", -1);
            if (numbers.length < 2)
                throw new PerimeterFault("Une position n’est pas faite de deux nombres, longitude puis latitude.");
            outlines.addPoint(number(numbers[0]), number(numbers[1]));
        }
        outlines.endRing(0);
    }

    private static double number(String text) {
        return text != null && text.length() <= LONGEST_NUMBER && text.matches(NUMBER)
                ? Double.parseDouble(text)
                : Double.NaN;
    }
}
