package fr.terrain.notification;

import java.time.Instant;

/**
 * One message to one person about one event.
 *
 * @param address null when none is known that can be written to
 * @param messageId the same at every try, so that one sent twice is known for one
 * @param words null when it was sent long ago: only that it was sent is kept
 */
public record Delivery(
        long id,
        String source,
        long event,
        String name,
        String address,
        String messageId,
        String subject,
        String words,
        String html,
        State state,
        Instant filedAt,
        Instant dueAt,
        int attempts,
        Integer lastCode,
        String lastError,
        Instant sentAt) {

    /** What has become of it. */
    public enum State {
        WAITING,
        GATHERED,
        SENT,
        DEAD,
        ABANDONED,
        UNREACHABLE;

        /** Whether somebody may have it sent again. */
        public boolean isStuck() {
            return this == DEAD || this == ABANDONED || this == UNREACHABLE;
        }
    }

    /** The same with what only its reader may know. */
    Delivery with(String secret) {
        return new Delivery(
                id,
                source,
                event,
                name,
                address,
                messageId,
                subject,
                words.replace(Secret.PLACE, secret),
                html.replace(Secret.PLACE, secret),
                state,
                filedAt,
                dueAt,
                attempts,
                lastCode,
                lastError,
                sentAt);
    }

    /** Whether a try failed and another is to come. */
    public boolean isTriedAgain() {
        return state == State.WAITING && attempts > 0;
    }
}
