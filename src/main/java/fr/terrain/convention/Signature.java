package fr.terrain.convention;

import java.time.Instant;

/** The consent of a party to the very bytes it was shown: who, in what quality, when, and the words it agreed to. */
public record Signature(
        long partyId,
        String organisation,
        String signatoryName,
        String signatoryQuality,
        String account,
        String statement,
        Instant signedAt) {}
