package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages are set as French is: a space before a double sign never breaks the line, and apostrophes are curly. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FAULT = Pattern.compile("\\S [;:!?»](?=\\s|x|$)|«[ ]|\\p{L}'\\p{L}|\\.\\.\\.");
    private static final Pattern MARKUP = Pattern.compile("\\{[^{}]*}|<[^<>]*>");
    private static final Pattern TAG_TEXT = Pattern.compile("(?:label|hint|title|placeholder)=(['\"])(.*?)\\1");

    @Test
    void spacesBeforeDoubleSignsDoNotBreak() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".html")).toList())
                told(Files.readString(file))
                        .forEach(text -> find(text).ifPresent(fault -> faults.add(file.getFileName() + ": " + fault)));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void faultsAreFound() {
        for (String bad :
                List.of("<p>Pourquoi ?</p>", "{#field label='Pourquoi ?' /}", "<p>l'essai</p>", "<p>« {x} »</p>"))
            assertEquals(true, told(bad).stream().anyMatch(text -> find(text).isPresent()), bad);
        for (String good :
                List.of("<p>Pourquoi\u202f?</p>", "{#if x ?: 'y'}", "<p>«\u202f{x}\u202f»</p>", "{! at: see !}"))
            assertEquals(false, told(good).stream().anyMatch(text -> find(text).isPresent()), good);
    }

    /** The texts of a template: what stands between markup, and what tags say. */
    private static List<String> told(String template) {
        List<String> told = new ArrayList<>(List.of(MARKUP.matcher(template).replaceAll("x")));
        Matcher tag = TAG_TEXT.matcher(template);
        while (tag.find()) told.add(MARKUP.matcher(tag.group(2)).replaceAll("x"));
        return told;
    }

    private static Optional<String> find(String text) {
        Matcher fault = FAULT.matcher(text);
        return fault.find()
                ? Optional.of(text.substring(Math.max(0, fault.start() - 20), fault.end()))
                : Optional.empty();
    }
}
