package fr.terrain.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A stable type of problem, as its page explains it: what it means, what to do, and the members that come with it.
 *
 * @param code the last part of its address, {@code /problemes/<code>}
 */
public record ProblemType(String code, String title, int status, String meaning, String remedy, List<String> members) {
    private static final Map<String, ProblemType> KNOWN = load();

    /** Every type, in the order of their status and their code. */
    public static List<ProblemType> list() {
        return KNOWN.values().stream()
                .sorted(java.util.Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::code))
                .toList();
    }

    public static Optional<ProblemType> find(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    /** The type of a rule's no. */
    static String codeOf(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where its page is: the {@code type} of its problems. */
    public String address() {
        return "/problemes/" + code;
    }

    private static Map<String, ProblemType> load() {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                ProblemType.class.getResourceAsStream("/messages/problemes.properties"), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .distinct()
                .collect(Collectors.toMap(code -> code, code -> read(code, words), (a, b) -> a, TreeMap::new));
    }

    private static ProblemType read(String code, Properties words) {
        String own = words.getProperty(code + ".titre");
        String reason = "Reason." + code.toUpperCase(Locale.ROOT).replace('-', '_');
        return new ProblemType(
                code,
                own == null ? Words.say(reason) : own,
                Integer.parseInt(words.getProperty(code + ".statut")),
                words.getProperty(code + ".sens"),
                words.getProperty(code + ".geste"),
                Arrays.stream(words.getProperty(code + ".membres", "").split(","))
                        .map(String::strip)
                        .filter(member -> !member.isEmpty())
                        .toList());
    }
}
