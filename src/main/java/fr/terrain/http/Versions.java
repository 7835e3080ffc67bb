package fr.terrain.http;

import jakarta.ws.rs.core.EntityTag;

/** Versions of what can be edited, as strong entity tags (RFC 9110). */
public final class Versions {
    private Versions() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /** The version of an If-Match header; null when there is none, or any will do.
     * @throws ProblemException 400 when it is not one of our tags */
    public static Integer of(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) return null;
        String tag = ifMatch.strip();
        if (!tag.matches("\"[0-9]{1,9}\""))
            throw Problem.badInput("If-Match", "Renvoyez l’ETag reçu, guillemets compris.");
        return Integer.valueOf(tag.substring(1, tag.length() - 1));
    }

    /** The version of an If-Match header that must be there.
     * @throws ProblemException 428 when it is missing */
    public static Integer required(String ifMatch) {
        if (ifMatch == null)
            throw new ProblemException(Problem.of(
                    428,
                    "version-absente",
                    "Dites quelle version vous modifiez",
                    "Envoyez l’ETag reçu à la lecture dans l’en-tête If-Match."));
        return of(ifMatch);
    }
}
