package fr.terrain.http;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The French words of every enum constant that a person may read, and of what is sent by mail, from messages/. */
@TemplateExtension
public final class Words {
    private static final List<String> FILES = List.of("/messages/fr.properties", "/messages/mails.properties");
    private static final Properties FRENCH = load();

    private Words() {}

    /** The label of a constant, under the key {@code Enum.CONSTANT}. */
    public static String label(Enum<?> constant) {
        return say(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** The words under a key.
     * @throws IllegalStateException when the key has none: a missing word is a fault of ours */
    @TemplateExtension(namespace = "mots")
    public static String say(String key) {
        String words = FRENCH.getProperty(key);
        if (words == null) throw new IllegalStateException("no French words for " + key);
        return words;
    }

    /** The words under a key, if it has some. */
    public static Optional<String> find(String key) {
        return Optional.ofNullable(FRENCH.getProperty(key));
    }

    private static Properties load() {
        Properties words = new Properties();
        for (String file : FILES) {
            try (Reader in = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
                words.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return words;
    }
}
