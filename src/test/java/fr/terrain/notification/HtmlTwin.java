package fr.terrain.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.notification.Emails.Email;
import java.util.List;
import java.util.regex.Pattern;

/** Holds the HTML of a message against its plain text: the same words, under a sound structure. */
final class HtmlTwin {
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\">(.*?)</a>");

    private HtmlTwin() {}

    static void check(Email email) {
        String html = email.html();
        assertTrue(html.startsWith("<!doctype html>\n<html lang=\"fr\">"), html);
        assertEquals(1, count(html, "<h1>"), html);
        assertEquals(1, count(html, "<title>"), html);
        assertEquals(
                0, count(html, "<script") + count(html, " style=") + count(html, "<img") + count(html, "src="), html);
        List<String> shown = lines(LINK.matcher(html.replaceAll("(?s)<head>.*?</head>", ""))
                .replaceAll("$2\n$1")
                .replaceAll("</dt><dd>", " ")
                .replaceAll("<[^>]+>", "\n"));
        List<String> said = lines(email.words());
        for (String line : said) assertTrue(shown.contains(line), () -> "not in the HTML: " + line + "\n" + shown);
        for (String line : shown)
            assertTrue(
                    said.contains(line) || line.equals(plain(email.subject())),
                    () -> "not in the text: " + line + "\n" + said);
    }

    /** Lines without entities, bullets and the marks that lead to an address. */
    private static List<String> lines(String text) {
        return text.replaceAll("\u00a0: ?(?=https?://)", "\n")
                .lines()
                .map(HtmlTwin::plain)
                .filter(line -> !line.isEmpty() && !line.equals("--"))
                .toList();
    }

    private static String plain(String line) {
        return line.strip()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("^- ", "")
                .replaceAll("\u00a0:$", "");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
