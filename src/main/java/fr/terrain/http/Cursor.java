package fr.terrain.http;

import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page of a list begins: after the row of this number, so that rows that come or go meanwhile shift nothing. Opaque to who holds it. */
public final class Cursor {
    private static final String MARK = "apres:";

    private Cursor() {}

    /** The cursor that stands behind the row of this number. */
    public static String after(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + id).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The number of the row behind which a cursor stands; null without one.
     *
     * @throws ProblemException 400 when it is not one of ours
     */
    public static Long read(String field, String cursor) {
        if (cursor == null) return null;
        String text = text(cursor);
        if (!text.matches(MARK + "[0-9]{1,18}") || !after(number(text)).equals(cursor))
            throw Problem.badInput(field, "Reprenez la valeur que donne le lien « next », telle quelle.");
        return number(text);
    }

    /** The Link header (RFC 8288) to the page behind this row, with the limit that was asked for. */
    public static String link(UriInfo uri, String limit, long last) {
        return "<%s?%safter=%s>; rel=\"next\""
                .formatted(uri.getRequestUri().getRawPath(), limit == null ? "" : "limit=" + limit + "&", after(last));
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(MARK.length()));
    }

    private static String text(String cursor) {
        if (cursor.length() > 60) return "";
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
