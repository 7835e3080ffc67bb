package fr.terrain.booking;

import fr.terrain.http.Blank;
import fr.terrain.http.French;
import fr.terrain.http.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an officer asks for: the fields to complete, why, and the last day to answer (Europe/Paris).
 *
 * @param missingPieces whether pieces that a rule demands are missing, which suspends the delay of silence
 */
public record ChangesAsked(
        @NotNull(message = "Donnez le dernier jour pour répondre.")
        LocalDate answerBy,

        boolean missingPieces,

        @Size(max = LONGEST_WHY, message = "4 000 caractères au plus.")
        String why,

        @NotNull(message = "Choisissez au moins un champ à compléter.") @Size(max = 12, message = "12 champs au plus.")
        List<@NotNull(message = "Un champ est vide.") RequestField> fields) {
    static final int LONGEST_WHY = 4000;
    private static final int SHORTEST_WHY = 10;
    private static final int LONGEST_MONTHS = 6;

    /** Another place has another area: who opens one opens the other. */
    public ChangesAsked {
        why = Blank.strip(why);
        Set<RequestField> asked = EnumSet.noneOf(RequestField.class);
        if (fields != null) fields.stream().filter(field -> field != null).forEach(asked::add);
        if (asked.contains(RequestField.PLACE)) asked.add(RequestField.AREA);
        fields = List.copyOf(asked);
    }

    /** The last day that may be given to answer what is asked today. */
    static LocalDate latestAnswer(LocalDate today) {
        return today.plusMonths(LONGEST_MONTHS);
    }

    /** @throws fr.terrain.http.ProblemException 400 when a field of it is wrong */
    void check(LocalDate today) {
        if (fields.isEmpty()) throw Problem.badInput("fields", "Choisissez au moins un champ à compléter.");
        if (Blank.length(why) < SHORTEST_WHY || why.length() > LONGEST_WHY)
            throw Problem.badInput("why", "Dites ce qui manque et pourquoi, en 10 à 4 000 caractères.");
        if (answerBy == null || !answerBy.isAfter(today) || answerBy.isAfter(latestAnswer(today)))
            throw Problem.badInput(
                    "answerBy",
                    "Laissez au porteur jusqu’à un jour entre demain et le " + French.date(latestAnswer(today)) + ".");
    }

    Map<String, String> detail() {
        Map<String, String> detail = new TreeMap<>();
        detail.put("fields", fields.stream().map(Enum::name).collect(Collectors.joining(",")));
        detail.put("why", why);
        detail.put("answerBy", answerBy.toString());
        detail.put("missingPieces", Boolean.toString(missingPieces));
        return detail;
    }
}
