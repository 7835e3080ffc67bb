package fr.terrain.http;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A token bucket for each key, kept as one number: the instant when the bucket will be full again (GCRA). It refills steadily,
 * holds a minute's worth, and costs no memory once it is full. Past a bound, new keys share one bucket.
 */
final class Throttle {
    private static final long WINDOW_MS = 60_000;
    private static final String OTHERS = "others";

    private final int most;
    private final Clock clock;
    private final ConcurrentHashMap<String, Double> full = new ConcurrentHashMap<>();

    /** What came of a try: what is left, and how long to wait when it was refused. */
    record Outcome(boolean allowed, int left, int waitSeconds) {}

    /**
     * @param most how many keys are told apart at once
     */
    Throttle(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Takes one token if there is one. */
    Outcome take(String key, double perMinute) {
        return spend(key, perMinute, true);
    }

    /** Whether there is a token, without taking it. */
    Outcome look(String key, double perMinute) {
        return spend(key, perMinute, false);
    }

    void forget() {
        full.clear();
    }

    int size() {
        return full.size();
    }

    private Outcome spend(String wanted, double perMinute, boolean take) {
        double cost = WINDOW_MS / perMinute;
        long now = clock.millis();
        String key = full.size() < most || full.containsKey(wanted) || makeRoom(now) ? wanted : OTHERS;
        Outcome[] outcome = new Outcome[1];
        full.compute(key, (same, until) -> {
            double from = until == null ? now : Math.clamp(until, now, now + (double) WINDOW_MS);
            double after = from + cost;
            boolean allowed = after <= now + (double) WINDOW_MS;
            double kept = allowed && take ? after : from;
            outcome[0] = new Outcome(
                    allowed,
                    (int) ((now + WINDOW_MS - kept) / cost),
                    allowed ? 0 : (int) Math.ceil((after - now - WINDOW_MS) / 1000));
            return kept <= now ? null : kept;
        });
        return outcome[0];
    }

    /** Forgets the buckets that are full again. */
    private boolean makeRoom(long now) {
        full.values().removeIf(until -> until <= now);
        return full.size() < most;
    }
}
