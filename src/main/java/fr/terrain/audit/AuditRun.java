package fr.terrain.audit;

import java.time.Instant;
import java.util.List;

/** A verification that took place: when, who asked (null: the clock), what it went through and what it found, in words. */
public record AuditRun(
        Instant at, String who, long chains, long events, long seals, long faults, List<String> findings) {
    public boolean isWhole() {
        return faults == 0;
    }
}
