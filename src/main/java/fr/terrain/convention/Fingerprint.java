package fr.terrain.convention;

import java.util.ArrayList;
import java.util.List;

/** A SHA-256 as people compare it: in groups of eight, nothing left out. */
public record Fingerprint(String hash) {
    private static final int GROUP = 8;

    public List<String> groups() {
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < hash.length(); at += GROUP)
            groups.add(hash.substring(at, Math.min(hash.length(), at + GROUP)));
        return groups;
    }
}
