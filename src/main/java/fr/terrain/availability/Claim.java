package fr.terrain.availability;

import java.util.List;

/** What a booking wants of one space: one lane, or all of them, over these periods (buffers inside). */
public record Claim(long spaceId, boolean exclusive, List<Period> during) {
    public Claim {
        during = Period.merge(during);
    }
}
