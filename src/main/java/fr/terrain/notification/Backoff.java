package fr.terrain.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a message that could not be sent is tried again: soon, then ever later, then no more. */
final class Backoff {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private Backoff() {}

    /**
     * The next try after so many that failed, or empty when that was the last.
     *
     * @param attempts those that failed, the last included: 1 or more
     */
    static Optional<Instant> after(int attempts, Instant now) {
        return attempts > DELAYS.size() ? Optional.empty() : Optional.of(now.plus(DELAYS.get(attempts - 1)));
    }
}
