package fr.terrain.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.MultiPolygon;

/** A file handed in as a perimeter, read with every limit and as yet in its own coordinates: GeoJSON, GPX or KML. */
record PerimeterFile(MultiPolygon shape, int srid, List<String> notices) {
    static final int LARGEST = 2_000_000;
    static final int WGS84 = 4326;
    private static final Set<Integer> SYSTEMS = Set.of(WGS84, 2154, 3857, 3944);
    private static final Pattern EPSG = Pattern.compile("(?i)(?:urn:ogc:def:crs:)?EPSG:(?:[0-9.]{0,8}:)?([0-9]{4,5})");
    private static final Pattern CRS84 = Pattern.compile("(?i)(?:urn:ogc:def:crs:)?OGC:(?:[0-9.]{0,8}:)?CRS84");

    /** Reads it by what it holds; its name only serves to say so when it claims something else. */
    static PerimeterFile read(byte[] bytes, String name, Integer declared, boolean mend) throws PerimeterFault {
        if (bytes.length > LARGEST) throw new PerimeterFault("Ce fichier est trop lourd\u00a0: 2\u00a0Mo au plus.");
        if (declared != null && !SYSTEMS.contains(declared)) throw unknownSystem("EPSG:" + declared);
        Outlines outlines = new Outlines(mend);
        int srid = WGS84;
        String format;
        switch (firstByte(bytes)) {
            case '{' -> {
                format = "GeoJSON";
                String stated =
                        new GeoJsonOutlines(outlines).read(withoutMark(bytes)).orElse(null);
                srid = system(stated, declared);
            }
            case '<' -> {
                format = new XmlOutlines(outlines).read(bytes).toUpperCase(Locale.ROOT);
                if (declared != null && declared != WGS84)
                    throw new PerimeterFault("Un fichier " + format + " est toujours en degrés (EPSG:4326).");
            }
            case 'P', 0x1f ->
                throw new PerimeterFault(
                        "Ce fichier est une archive (KMZ, ZIP ou GZ)\u00a0: envoyez le fichier qu’elle contient.");
            default -> throw new PerimeterFault("Ce fichier n’est ni un GeoJSON, ni un GPX, ni un KML.");
        }
        List<String> notices = new ArrayList<>(outlines.notices());
        if (claimsOther(name, format))
            notices.add("Malgré son nom, ce fichier est un " + format + "\u00a0: il est lu comme tel.");
        return new PerimeterFile(outlines.toMultiPolygon(), srid, notices);
    }

    private static boolean claimsOther(String name, String format) {
        String claim = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return claim.endsWith(".gpx") && !format.equals("GPX")
                || claim.endsWith(".kml") && !format.equals("KML")
                || claim.endsWith("json") && !format.equals("GeoJSON");
    }

    private static int system(String stated, Integer declared) throws PerimeterFault {
        if (stated == null) return declared == null ? WGS84 : declared;
        int srid = srid(stated);
        if (declared != null && declared != srid)
            throw new PerimeterFault("Vous indiquez EPSG:" + declared + ", le fichier EPSG:" + srid
                    + "\u00a0: l’un des deux se trompe.");
        return srid;
    }

    private static int srid(String stated) throws PerimeterFault {
        if (CRS84.matcher(stated).matches()) return WGS84;
        var epsg = EPSG.matcher(stated.replace("::", ":"));
        if (!epsg.matches() || !SYSTEMS.contains(Integer.valueOf(epsg.group(1)))) throw unknownSystem(stated);
        return Integer.parseInt(epsg.group(1));
    }

    private static PerimeterFault unknownSystem(String name) {
        String shown = name.replaceAll("[^A-Za-z0-9:._-]", "");
        return new PerimeterFault("Le système de coordonnées " + shown.substring(0, Math.min(60, shown.length()))
                + " n’est pas reçu\u00a0: choisissez EPSG:4326, 2154, 3857 ou 3944.");
    }

    /** The first byte that is neither a blank nor part of a byte order mark; of UTF-16 the half that is not zero. */
    private static int firstByte(byte[] bytes) {
        for (byte one : bytes) {
            int value = one & 0xff;
            if (value > ' ' && value < 0xbb || value == 0x1f) return value;
        }
        return -1;
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean marked = bytes.length > 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
