package fr.terrain.booking;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** A line of a trail as it is stored, before any of it is believed: its codes may be none of ours. */
public record ChainLine(
        long bookingId,
        int seq,
        String kind,
        String from,
        String to,
        Long accountId,
        Instant occurredAt,
        byte[] detailHash,
        byte[] previousHash,
        byte[] hash,
        byte[] salt,
        String content) {

    /** Whether its hash is what its fields and the hash before give. */
    public boolean holds() {
        return Arrays.equals(
                hash,
                BookingEvent.hash(
                        previousHash,
                        Long.toString(bookingId),
                        Integer.toString(seq),
                        kind,
                        from,
                        to,
                        String.valueOf(accountId),
                        occurredAt.toString(),
                        HexFormat.of().formatHex(detailHash)));
    }

    /** Whether its words are those that were hashed; forgotten words are taken on their hash, a lost salt is not. */
    public boolean detailHolds() {
        if (salt == null) return false;
        if (content == null) return true;
        try {
            return Arrays.equals(
                    detailHash, BookingEvent.detailHash(salt, BookingTrail.canonical(BookingTrail.detail(content))));
        } catch (IllegalStateException notOurs) {
            return false;
        }
    }

    /** Whether it comes right after that line of the same chain, or begins it when that is null. */
    public boolean follows(ChainLine before) {
        if (before == null) return seq == 1 && previousHash == null;
        return seq == before.seq + 1
                && Arrays.equals(previousHash, before.hash)
                && from.equals(before.to)
                && bookingId == before.bookingId;
    }
}
