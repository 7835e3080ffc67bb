package fr.terrain.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No template has a script, a style or an event handler of its own: the policy of the pages forbids them all. */
class NothingInlineTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Mails are read outside the policy, in programs that know no style sheet. */
    private static final Pattern OUTSIDE =
            Pattern.compile(".*/(notification|mail|Emails)/.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)[^>]*>|<style[\\s>]|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"'{]|javascript:|\\ssrcdoc\\s*=",
            Pattern.CASE_INSENSITIVE);

    @Test
    void noTemplateHasAnythingInline() throws IOException {
        List<String> inline = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (OUTSIDE.matcher(file.toString()).matches()
                        || !file.toString().endsWith(".html")) continue;
                read++;
                INLINE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> inline.add(TEMPLATES.relativize(file) + ": " + found.group()));
            }
        }
        assertEquals(List.of(), inline);
        assertTrue(read > 30, "only " + read + " templates were read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>x</script>",
                "<style>p{}</style>",
                "<p style=\"color:red\">",
                "<a onclick=\"x()\">",
                "<a href=\"javascript:x()\">"
            })
    void whatIsInlineIsNoticed(String html) {
        assertTrue(INLINE.matcher(html).find());
    }
}
