package fr.terrain.booking;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** Why an officer suspends a trial, since when, and until when as far as is known; days are of Europe/Paris. */
public record SuspensionOrder(
        SuspensionCause cause,

        @Size(max = 2000, message = "2 000 caractères au plus.")
        String words,

        LocalDate since,
        LocalDate expectedOn) {
    /** The same without blanks; {@code since} is today when it is not said. */
    SuspensionOrder checked(LocalDate today) {
        Faults faults = new Faults();
        if (cause == null) faults.add("cause", "Choisissez la cause de la suspension.");
        String said = cause == SuspensionCause.OTHER
                ? Given.reason("words", words, "Dites la cause en une phrase, de 10 à 2 000 caractères.", faults)
                : faults.text("words", words, Given.LONGEST_REASON);
        LocalDate from = since == null ? today : since;
        Given.sane("since", from, faults);
        Given.sane("expectedOn", expectedOn, faults);
        if (from.isAfter(today)) faults.add("since", "Indiquez un jour passé ou aujourd’hui.");
        if (expectedOn != null && expectedOn.isBefore(from))
            faults.add("expectedOn", "La reprise vient après le début de la suspension.");
        faults.require();
        return new SuspensionOrder(cause, Blank.orNull(said), from, expectedOn);
    }

    Map<String, String> detail() {
        Map<String, String> detail = new TreeMap<>(Map.of("suspension", cause.name(), "since", since.toString()));
        if (words != null) detail.put("reason", words);
        if (expectedOn != null) detail.put("expectedOn", expectedOn.toString());
        return detail;
    }
}
