package fr.terrain.audit;

import fr.terrain.ParisClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Goes through the chain of seals and tells what does not hold: a signature, a link, a head, a day without a seal. */
final class SealCheck {
    private static final Duration TIME_TO_SEAL = Duration.ofHours(1);

    private final SealKeys keys;
    private final Consumer<Finding> found;

    SealCheck(SealKeys keys, Consumer<Finding> found) {
        this.keys = keys;
        this.found = found;
    }

    /**
     * Checks every seal but its heads.
     *
     * @param seals in the order of days
     * @param firstEvent when the trail began, or null
     */
    void check(List<Seal> seals, Instant firstEvent, Instant now) {
        Seal before = null;
        for (Seal seal : seals) {
            if (!follows(seal, before)) found.accept(Finding.ofSeal(Fault.SEAL_MISSING, seal.day()));
            checkSignature(seal);
            before = seal;
        }
        LocalDate due =
                now.minus(TIME_TO_SEAL).atZone(ParisClock.PARIS).toLocalDate().minusDays(1);
        LocalDate since = before != null
                ? before.day()
                : firstEvent == null
                        ? due
                        : firstEvent.atZone(ParisClock.PARIS).toLocalDate().minusDays(1);
        if (since.isBefore(due)) found.accept(Finding.ofSeal(Fault.SEAL_LATE, since.plusDays(1)));
    }

    /** Checks the heads that one seal lists. */
    void checkHeads(Seal seal, Head.Root root) {
        if (root.count() != seal.chains() || !Arrays.equals(root.value(), seal.root()))
            found.accept(Finding.ofSeal(Fault.SEAL_HEADS_CHANGED, seal.day()));
    }

    private void checkSignature(Seal seal) {
        if (!Arrays.equals(seal.hash(), Seal.sha256().digest(seal.message())))
            found.accept(Finding.ofSeal(Fault.SEAL_CHANGED, seal.day()));
        else if (keys.find(seal.keyId()).isEmpty()) found.accept(Finding.ofSeal(Fault.SEAL_KEY_UNKNOWN, seal.day()));
        else if (!keys.find(seal.keyId()).get().verifies(seal.message(), seal.signature()))
            found.accept(Finding.ofSeal(Fault.SEAL_CHANGED, seal.day()));
    }

    private static boolean follows(Seal seal, Seal before) {
        return before == null
                ? seal.previousHash() == null && seal.coversFrom().equals(seal.day())
                : Arrays.equals(seal.previousHash(), before.hash())
                        && seal.coversFrom().equals(before.day().plusDays(1));
    }
}
