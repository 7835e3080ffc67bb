package fr.terrain.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions of what can be edited, as strong entity tags, and the conditions that name them (RFC 9110, 13.1). */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*");
    private static final String ANY = "*";
    private static final String VERSION = "[0-9]{1,9}";
    private static final int LONGEST = 1000;

    /** No thing has it: under it, a change is out of date. */
    private static final int NONE = -1;

    private Versions() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * The version of an If-Match header; null when there is none, or any will do. A weak tag matches nothing.
     *
     * @throws ProblemException 400 when it is no list of tags, or names several versions
     */
    public static Integer of(String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) return null;
        List<Tag> tags = tags("If-Match", ifMatch);
        List<Integer> versions = tags.stream()
                .filter(tag -> !tag.weak() && tag.value().matches(VERSION))
                .map(tag -> Integer.valueOf(tag.value()))
                .distinct()
                .toList();
        if (versions.size() > 1) throw Problem.badInput("If-Match", "Donnez l’ETag d’une seule version.");
        return versions.isEmpty() ? NONE : versions.getFirst();
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

    /** Whether the reader of an If-None-Match header has this version already; weak tags count here. */
    public static boolean isKnown(String ifNoneMatch, int version) {
        if (ifNoneMatch == null) return false;
        return ifNoneMatch.strip().equals(ANY)
                || tags("If-None-Match", ifNoneMatch).stream()
                        .anyMatch(tag -> tag.value().equals(Integer.toString(version)));
    }

    private record Tag(boolean weak, String value) {}

    private static List<Tag> tags(String header, String list) {
        List<Tag> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(list.length() > LONGEST ? "" : list);
        int at = 0;
        while (at < list.length() && tag.region(at, tag.regionEnd()).lookingAt()) {
            tags.add(new Tag(tag.group(1) != null, tag.group(2)));
            at = tag.end();
            if (at == list.length()) return tags;
            if (list.charAt(at++) != ',') break;
        }
        throw Problem.badInput(header, "Renvoyez l’ETag reçu, guillemets compris.");
    }
}
