package fr.terrain.notification;

import java.util.List;

/**
 * What one person is told, before it is laid out.
 *
 * @param subject without line breaks, with the reference
 * @param what what happened, in one sentence
 * @param said what somebody wrote with it, and what the law adds
 * @param standing who holds the file now, since when, what comes next and by when
 * @param link where to go on, and its words
 * @param also another link, or null
 * @param because why the person receives this
 */
record Letter(
        String subject,
        String name,
        String what,
        List<Section> said,
        List<Fact> standing,
        String next,
        Link link,
        Link also,
        String because) {

    /** A heading and its paragraphs. */
    record Section(String title, List<String> paragraphs) {}

    /** A term and what it is worth. */
    record Fact(String term, String words) {}

    /** An absolute address and the words that lead there. */
    record Link(String words, String address) {}
}
