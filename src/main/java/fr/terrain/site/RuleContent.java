package fr.terrain.site;

import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * A recurring rule of a space as a revision holds it, in local time of Europe/Paris.
 *
 * @param weekdays 1 for Monday to 7 for Sunday; empty stands for all
 * @param opens hour as 08:30; closes at or before it is the next morning
 * @param seasonStart day of the year as 06-01, with seasonEnd or neither; both days are included
 */
public record RuleContent(
        Kind kind,
        List<Integer> weekdays,
        String opens,
        String closes,
        String seasonStart,
        String seasonEnd,
        String cause) {
    /** What a rule says of the time that it covers. */
    public enum Kind {
        OPEN,
        CONDITIONAL,
        CLOSED
    }

    private static final List<Integer> ALL = List.of(1, 2, 3, 4, 5, 6, 7);

    public RuleContent {
        kind = kind == null ? Kind.OPEN : kind;
        weekdays = weekdays == null || weekdays.isEmpty()
                ? ALL
                : weekdays.stream().distinct().sorted().toList();
        opens = Blank.is(opens) ? "00:00" : Blank.strip(opens);
        closes = Blank.is(closes) ? "00:00" : Blank.strip(closes);
        seasonStart = Blank.orNull(seasonStart);
        seasonEnd = Blank.orNull(seasonEnd);
        cause = Blank.orNull(cause);
    }

    void check(String at, Faults faults) {
        if (!ALL.containsAll(weekdays)) faults.add(at + ".weekdays", "Les jours vont de 1, lundi, à 7, dimanche.");
        if (!isTime(opens)) faults.add(at + ".opens", "Donnez une heure, par exemple 08:30.");
        if (!isTime(closes)) faults.add(at + ".closes", "Donnez une heure, par exemple 18:00.");
        if ((seasonStart == null) != (seasonEnd == null))
            faults.add(at + ".seasonStart", "Donnez le premier et le dernier jour de la saison, ou aucun.");
        if (seasonStart != null && !isDay(seasonStart))
            faults.add(at + ".seasonStart", "Donnez un mois et un jour, par exemple 06-01.");
        if (seasonEnd != null && !isDay(seasonEnd))
            faults.add(at + ".seasonEnd", "Donnez un mois et un jour, par exemple 09-30.");
        if (kind != Kind.OPEN && cause == null) faults.add(at + ".cause", "Dites pourquoi, en 3 à 300 caractères.");
        if (cause != null) faults.required(at + ".cause", cause, 3, 300, "Dites pourquoi, en 3 à 300 caractères.");
    }

    private static boolean isTime(String text) {
        try {
            return text.matches("[0-9]{2}:[0-9]{2}") && LocalTime.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            return text.matches("[0-9]{2}-[0-9]{2}") && MonthDay.parse("--" + text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
