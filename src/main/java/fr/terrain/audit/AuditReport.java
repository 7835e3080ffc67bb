package fr.terrain.audit;

import fr.terrain.http.French;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a verification looked at and what it found.
 *
 * @param lastSeal the newest seal, if there is one
 * @param longSeals those that stand for several days
 * @param faults how many were found, of which {@code findings} names the first ones
 */
public record AuditReport(
        Instant at,
        Duration took,
        long chains,
        long events,
        long seals,
        Optional<Seal> lastSeal,
        List<Seal> longSeals,
        long faults,
        List<Finding> findings) {

    public boolean isWhole() {
        return faults == 0;
    }

    /** The report for the person who ran the command. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Journal des demandes, vérifié le %s en %s s."
                .formatted(French.dateTime(at), French.quantity(BigDecimal.valueOf(took.toMillis(), 3))));
        lines.add("  Chaînes : %s ; événements : %s ; sceaux : %s."
                .formatted(number(chains), number(events), number(seals)));
        lastSeal.ifPresent(seal -> lines.add("  Dernier sceau : %s, clé %s, empreinte %s."
                .formatted(French.date(seal.day()), seal.keyId(), seal.fingerprint())));
        longSeals.forEach(seal -> lines.add(
                "  À noter : le sceau du %s couvre %s ; le service était arrêté, ou des sceaux ont été retirés."
                        .formatted(French.date(seal.day()), French.period(seal.coversFrom(), seal.day()))));
        if (isWhole()) lines.add("Tout est en ordre : rien n’a été modifié, retiré ni ajouté.");
        else lines.add("%s à examiner :".formatted(faults == 1 ? "1 anomalie" : number(faults) + " anomalies"));
        findings.forEach(finding -> lines.add("  " + finding.words()));
        if (faults > findings.size()) lines.add("  … et " + number(faults - findings.size()) + " autres.");
        return lines;
    }

    private static String number(long count) {
        return French.quantity(BigDecimal.valueOf(count));
    }
}
