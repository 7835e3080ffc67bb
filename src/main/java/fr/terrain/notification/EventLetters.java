package fr.terrain.notification;

import java.util.List;
import java.util.Optional;

/** Writes the letters about the events of one source; a room whose events are told by mail has one of these. */
interface EventLetters {
    /** The name under which the trigger of the room files its events. */
    String source();

    /** All letters about this event, none when nobody is to be told. */
    List<Addressed> write(long eventId);

    /** What the letters about this event say to their reader only, if there is such a thing. */
    default Optional<Secret> secret(long eventId) {
        return Optional.empty();
    }
}
