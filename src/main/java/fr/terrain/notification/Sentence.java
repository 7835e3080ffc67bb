package fr.terrain.notification;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of the messages with the values that stand in it between braces. */
final class Sentence {
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    private Sentence() {}

    /**
     * The sentence with its values.
     *
     * @throws IllegalStateException when it names a value that there is not: a fault of ours, better seen than sent
     */
    static String fill(String sentence, Map<String, String> values) {
        return VALUE.matcher(sentence).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) throw new IllegalStateException("no value for " + found.group() + " in: " + sentence);
            return Matcher.quoteReplacement(value);
        });
    }
}
