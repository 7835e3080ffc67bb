package fr.terrain.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verification of the whole trail: every chain, every seal, every sealed head. */
final class Audit {
    private static final int MOST_FINDINGS = 500;

    private final SealKeys keys;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();
    private long faults;

    Audit(SealKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Reads everything on this connection, within its transaction.
     *
     * @param known the hash of a seal that was noted elsewhere and must still be there, or null
     */
    AuditReport run(Connection connection, String known) throws SQLException {
        Instant began = clock.instant();
        long start = System.nanoTime();
        AuditRepository trail = new AuditRepository(connection);
        List<Seal> seals = trail.listSeals();
        SealCheck sealCheck = new SealCheck(keys, this::found);
        sealCheck.check(seals, trail.findFirstEvent(), began);
        checkHeads(trail, seals, sealCheck);
        if (known != null && seals.stream().noneMatch(seal -> seal.fingerprint().equals(known)))
            found(new Finding(Fault.SEAL_UNKNOWN, known, null, null));
        TrailCheck trailCheck = new TrailCheck(this::found);
        trail.eachLine(trailCheck::accept);
        trailCheck.end();
        return new AuditReport(
                began,
                Duration.ofNanos(System.nanoTime() - start),
                trailCheck.chains(),
                trailCheck.events(),
                seals.size(),
                seals.isEmpty() ? Optional.empty() : Optional.of(seals.getLast()),
                seals.stream().filter(Seal::isLong).toList(),
                faults,
                List.copyOf(findings));
    }

    /** Whether a text is written like the hash of a seal. */
    static boolean isFingerprint(String text) {
        try {
            return HexFormat.of().parseHex(text).length == Seal.sha256().getDigestLength();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkHeads(AuditRepository trail, List<Seal> seals, SealCheck check) throws SQLException {
        Map<LocalDate, Head.Root> roots = new LinkedHashMap<>();
        seals.forEach(seal -> roots.put(seal.day(), new Head.Root()));
        trail.eachHead(head -> {
            Head.Root root = roots.get(head.day());
            if (root == null) found(Finding.ofSeal(Fault.SEAL_MISSING, head.day()));
            else root.add(head);
        });
        seals.forEach(seal -> check.checkHeads(seal, roots.get(seal.day())));
    }

    private void found(Finding finding) {
        if (findings.contains(finding)) return;
        faults++;
        if (findings.size() < MOST_FINDINGS) findings.add(finding);
    }
}
