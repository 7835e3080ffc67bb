package fr.terrain.convention;

import fr.terrain.convention.ConventionInputs.Slot;
import java.time.temporal.ChronoUnit;

/** How a convention says lengths of time, permits and techniques, in French. */
final class ConventionWords {
    private ConventionWords() {}

    static String length(Slot slot) {
        long minutes = ChronoUnit.MINUTES.between(slot.start(), slot.end());
        if (minutes < 24 * 60) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " %02d".formatted(minutes % 60));
        }
        long days = ChronoUnit.DAYS.between(slot.start().toLocalDate(), ConventionFacts.lastDay(slot.end())) + 1;
        return days(days);
    }

    /** "2", or "2 (Quai, Hangar)" for a slot that is not of every space. */
    static String rank(int rank, Slot slot) {
        return slot.spaces() == null ? String.valueOf(rank) : rank + " (" + String.join(", ", slot.spaces()) + ")";
    }

    /** How an amount comes about: "25 × 45,50 € par jour"; a lump sum stands for itself. */
    static String arithmetic(ConventionInputs.FeeLine line) {
        if (line.unit().equals("forfait")) return French.euros(line.unitPrice()) + " (forfait)";
        return French.number(line.quantity()) + " × " + French.euros(line.unitPrice()) + " par " + line.unit();
    }

    static String days(long days) {
        return days + (days > 1 ? " jours" : " jour");
    }

    static String state(ConventionInputs.Permit permit) {
        String reference = permit.reference() == null || permit.reference().isBlank() ? "" : ", " + permit.reference();
        return switch (permit.status()) {
            case TO_ASK -> "à demander par l’Occupant";
            case ASKED -> "demandée" + reference;
            case GRANTED -> "obtenue" + reference;
        };
    }

    static String technique(ConventionInputs.Technique technique) {
        return switch (technique) {
            case DRONE -> "aéronef sans équipage à bord";
            case RADIO -> "émission radioélectrique";
            case PERSONAL_DATA -> "traitement de données à caractère personnel";
            case CAMERA -> "prise de vues";
            case VEHICLE -> "véhicule";
            case ENERGY -> "stockage ou production d’énergie";
            case DISCHARGE -> "rejet ou prélèvement";
            case WORKS -> "travaux ou ancrage";
        };
    }
}
