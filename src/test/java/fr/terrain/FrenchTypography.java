package fr.terrain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What French typography asks of a text that people read: curly apostrophes, no-break spaces before double signs. */
public final class FrenchTypography {
    private static final Pattern FAULT = Pattern.compile(
            "\\p{L}'\\p{L}" // straight apostrophe
                    + "|[^\u202f][;!?»]" // narrow no-break space before
                    + "|«[^\u202f]" // and after an opening mark
                    + "|(?<=\\p{L}|\\)) :" // no-break space before a colon
                    + "|\\p{L}: "
                    + "|  "
                    + "|^\\s|\\s$"
                    + "|\\.\\.\\.");

    private FrenchTypography() {}

    /** The first fault of a text with the words around it, or null. */
    public static String fault(String text) {
        var found = FAULT.matcher(text);
        if (!found.find()) return null;
        return text.substring(Math.max(0, found.start() - 20), Math.min(text.length(), found.end() + 20));
    }

    /** The faults of every text in these JSON values, except under the names given (codes, addresses). */
    public static List<String> faults(JsonNode json, List<String> except) {
        List<String> faults = new ArrayList<>();
        if (json.isTextual() && fault(json.asText()) != null) faults.add(fault(json.asText()));
        if (json.isArray()) json.forEach(value -> faults.addAll(faults(value, except)));
        json.properties().forEach(field -> {
            if (!except.contains(field.getKey())) faults.addAll(faults(field.getValue(), except));
        });
        return faults;
    }
}
