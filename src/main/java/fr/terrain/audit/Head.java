package fr.terrain.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;

/** The last event of a chain on the day it was sealed. */
public record Head(LocalDate day, long bookingId, String reference, int seq, byte[] hash) {
    /** The root of the heads of one seal: SHA-256 over a line for each, in the order of bookings. */
    static final class Root {
        private final MessageDigest digest = Seal.sha256();
        private int count;

        void add(Head head) {
            String line = "%d|%s|%d|%s\n"
                    .formatted(
                            head.bookingId(),
                            head.reference(),
                            head.seq(),
                            HexFormat.of().formatHex(head.hash()));
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            count++;
        }

        int count() {
            return count;
        }

        byte[] value() {
            return digest.digest();
        }
    }
}
