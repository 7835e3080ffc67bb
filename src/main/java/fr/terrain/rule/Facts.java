package fr.terrain.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is known of a case, as plain values under dotted French names: words, numbers, dates, yes or no, and lists of these. */
public final class Facts {
    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = values;
    }

    public static Facts none() {
        return NONE;
    }

    /** These facts and one more word; null leaves the fact unknown. */
    public Facts with(String name, String word) {
        return and(name, word);
    }

    public Facts with(String name, BigDecimal number) {
        return and(name, number);
    }

    public Facts with(String name, long number) {
        return and(name, BigDecimal.valueOf(number));
    }

    public Facts with(String name, LocalDate date) {
        return and(name, date);
    }

    /** Yes and no are the words "oui" and "non", as conditions write them. */
    public Facts with(String name, boolean yes) {
        return and(name, yes ? "oui" : "non");
    }

    /** A list of words, whole numbers or dates; the empty list is a known fact. */
    public Facts with(String name, Collection<?> list) {
        return and(name, list.stream().map(Facts::plain).toList());
    }

    public Set<String> names() {
        return values.keySet();
    }

    boolean knows(String name) {
        return values.containsKey(name);
    }

    Object get(String name) {
        return values.get(name);
    }

    private Facts and(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new TreeMap<>(values);
        more.put(name, value);
        return new Facts(Collections.unmodifiableMap(more));
    }

    private static Object plain(Object value) {
        return switch (value) {
            case String word -> word;
            case BigDecimal number -> number;
            case Integer number -> BigDecimal.valueOf(number);
            case Long number -> BigDecimal.valueOf(number);
            case LocalDate date -> date;
            default -> throw new IllegalArgumentException("Not a plain value: " + value.getClass());
        };
    }

    /** How a value reads in a sentence. */
    static String words(Object value) {
        return switch (value) {
            case List<?> list ->
                list.isEmpty()
                        ? "aucun"
                        : String.join(", ", list.stream().map(Facts::words).toList());
            case BigDecimal number -> number.toPlainString().replace('.', ',');
            default -> value.toString();
        };
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
