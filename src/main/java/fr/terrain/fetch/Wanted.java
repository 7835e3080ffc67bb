package fr.terrain.fetch;

import java.time.Duration;
import java.util.Set;

/** What one is ready to take from an address: types of content, bytes (also once unpacked), time in all, and what was had last time. */
public record Wanted(Set<String> types, int mostBytes, Duration mostTime, String etag, String lastModified) {
    /** 5 MB within ten seconds, as every feed of a partner. */
    public static Wanted of(Set<String> types, String etag, String lastModified) {
        return new Wanted(types, 5_000_000, Duration.ofSeconds(10), etag, lastModified);
    }
}
