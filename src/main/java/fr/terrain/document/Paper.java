package fr.terrain.document;

import java.time.Instant;
import java.util.List;

/**
 * A whole document ready to be drawn. Nothing else decides its bytes: {@code date} becomes every date of the file, and the identity is a digest of
 * {@code seed}. {@code notices} stand at the head of every page.
 */
public record Paper(
        String title,
        String author,
        String subject,
        String identifier,
        String template,
        Instant date,
        List<String> notices,
        List<Block> blocks,
        List<Attachment> attachments,
        byte[] seed) {

    /** A file carried inside the PDF as the source of its text (AFRelationship Source). */
    public record Attachment(String name, String mediaType, String description, byte[] bytes) {}
}
