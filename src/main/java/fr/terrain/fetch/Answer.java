package fr.terrain.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** One answer as it came, before it is unpacked and its type looked at. */
record Answer(int status, byte[] body, String type, String coding, String location, String etag, String lastModified) {
    private static final int LONGEST_HEADER = 300;

    static FetchFault tooLarge(int most) {
        return new FetchFault("Ce que contient cette adresse est trop lourd\u00a0: " + most / 1_000_000
                + "\u00a0Mo au plus, aussi une fois décompressé.");
    }

    /** Where it sends us. */
    String next(URI here) throws FetchFault {
        try {
            return here.resolve(location == null ? "" : location.strip()).toString();
        } catch (IllegalArgumentException e) {
            throw new FetchFault("Cette adresse renvoie vers une autre qui n’en est pas une.");
        }
    }

    Fetched toFetched(Wanted wanted) throws FetchFault {
        if (status == 304 && (wanted.etag() != null || wanted.lastModified() != null))
            return new Fetched(true, new byte[0], null, wanted.etag(), wanted.lastModified());
        if (status != 200)
            throw new FetchFault("Cette adresse répond par le code " + status + " au lieu d’un contenu.");
        String base = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!wanted.types().contains(base))
            throw new FetchFault("Cette adresse ne donne pas le type de contenu attendu ("
                    + String.join(", ", wanted.types().stream().sorted().toList()) + ").");
        return new Fetched(false, unpacked(wanted.mostBytes()), base, header(etag), header(lastModified));
    }

    private byte[] unpacked(int most) throws FetchFault {
        String how = coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
        if (how.equals("identity")) return body;
        if (!how.equals("gzip")) throw new FetchFault("Cette adresse emploie une compression qui n’est pas reçue.");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = gzip.readNBytes(most + 1);
            if (bytes.length > most) throw tooLarge(most);
            return bytes;
        } catch (IOException e) {
            throw new FetchFault("Ce que contient cette adresse est mal compressé.");
        }
    }

    private static String header(String value) {
        return value == null || value.length() > LONGEST_HEADER ? null : value;
    }
}
