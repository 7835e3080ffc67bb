package fr.terrain.booking;

import fr.terrain.booking.StartCondition.Kind;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** A condition of the start as an officer or a lawyer records it; days are of Europe/Paris. */
public record ConditionGiven(
        Kind kind,
        LocalDate doneOn,
        LocalDate validUntil,

        @Size(max = 200, message = "200 caractères au plus.")
        String label,

        @Size(max = 200, message = "200 caractères au plus.")
        String reference) {
    /** How the trail tells a permit that is named and not there yet. */
    private static final String AWAITED = "PERMIT_AWAITED";

    private static final int LONGEST = 200;
    private static final int SHORTEST_LABEL = 3;

    /** The same without blanks around its words, and without what its kind has no use for. */
    ConditionGiven checked(LocalDate today) {
        Faults faults = new Faults();
        if (kind == null) faults.add("kind", "Choisissez la condition qui est remplie.");
        if (kind == Kind.INSURANCE && validUntil == null)
            faults.add("validUntil", "Indiquez jusqu’à quel jour l’attestation est valable.");
        if (kind != null && kind != Kind.INSURANCE && kind != Kind.PERMIT && doneOn == null)
            faults.add("doneOn", "Indiquez le jour où c’est fait.");
        if (doneOn != null && doneOn.isAfter(today))
            faults.add("doneOn", "Indiquez un jour passé ou aujourd’hui : on enregistre ce qui est fait.");
        Given.sane("doneOn", doneOn, faults);
        Given.sane("validUntil", validUntil, faults);
        String named = faults.text("label", label, LONGEST);
        if (kind == Kind.PERMIT && Blank.length(named) < SHORTEST_LABEL)
            faults.add("label", "Nommez l’autorisation, en trois lettres au moins.");
        String filed = faults.text("reference", reference, LONGEST);
        if (kind == Kind.TRANSMISSION && Blank.is(filed))
            faults.add("reference", "Donnez le numéro de l’accusé de réception de la préfecture.");
        faults.require();
        return new ConditionGiven(
                kind,
                kind == Kind.INSURANCE ? null : doneOn,
                kind == Kind.INSURANCE ? validUntil : null,
                kind == Kind.PERMIT ? named : null,
                Blank.orNull(filed));
    }

    private boolean awaited() {
        return kind == Kind.PERMIT && doneOn == null;
    }

    Map<String, String> detail() {
        Map<String, String> detail = new TreeMap<>(Map.of("condition", awaited() ? AWAITED : kind.name()));
        if (doneOn != null) detail.put("doneOn", doneOn.toString());
        if (validUntil != null) detail.put("validUntil", validUntil.toString());
        if (label != null) detail.put("permit", label);
        if (reference != null) detail.put("reference", reference);
        return detail;
    }
}
