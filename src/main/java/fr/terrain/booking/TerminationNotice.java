package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import fr.terrain.http.Blank;
import fr.terrain.http.Faults;
import fr.terrain.http.French;
import fr.terrain.http.Typed;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why and when a signed convention ends early; days are of Europe/Paris.
 *
 * @param lastDay the last day of use; tear-down comes after
 * @param since of a fault the day of the formal notice, of force majeure the first day on which the trial was prevented; else null
 * @param urgency why the notice is shorter than the convention promises, or null
 */
public record TerminationNotice(
        TerminationCause cause,
        LocalDate lastDay,
        LocalDate since,

        @Size(max = 2000, message = "2 000 caractères au plus.")
        String urgency,

        @Size(max = 4000, message = "4 000 caractères au plus.")
        String reason) {
    private static final int LONGEST_REASON = 4000;

    /** The notice as somebody typed it. */
    static TerminationNotice of(Typed typed, Faults faults) {
        return new TerminationNotice(
                faults.choice("cause", typed.one("cause"), TerminationCause.class),
                faults.dayIfAny("lastDay", typed.one("lastDay")),
                faults.dayIfAny("since", typed.one("since")),
                typed.one("urgency"),
                typed.one("reason"));
    }

    /** The same without blanks around. */
    TerminationNotice checked() {
        Faults faults = new Faults();
        if (cause == null) faults.add("cause", "Choisissez la cause de la résiliation.");
        if (lastDay == null) faults.add("lastDay", "Indiquez le dernier jour d’occupation.");
        Given.sane("lastDay", lastDay, faults);
        Given.sane("since", since, faults);
        if (cause != null && since != null && !cause.hasSince())
            faults.add("since", "Effacez cette date : elle ne sert que pour un manquement ou la force majeure.");
        String urgent = Blank.is(urgency)
                ? null
                : Given.reason("urgency", urgency, "Dites l’urgence en une phrase, de 10 à 2 000 caractères.", faults);
        if (cause != null && urgent != null && !cause.bendsToUrgency())
            faults.add("urgency", "Effacez ce motif : pour cette cause, l’urgence ne change pas le préavis.");
        String why = faults.required(
                "reason",
                reason,
                Given.SHORTEST_REASON,
                LONGEST_REASON,
                "Motivez la résiliation en une phrase au moins, de 10 à 4 000 caractères.");
        faults.require();
        return new TerminationNotice(cause, lastDay, since, urgent, why);
    }

    /**
     * Holds the notice against what the convention promises.
     *
     * @param bookedLastDay the last day of use of the convention
     * @throws BookingRefusal with all that stands in the way
     */
    void require(LocalDate today, LocalDate bookedLastDay) {
        List<Missing> missing = new ArrayList<>();
        LocalDate least = today.plusDays(urgency == null ? cause.noticeDays() : 0);
        if (!lastDay.isBefore(bookedLastDay) || !least.isBefore(bookedLastDay))
            missing.add(new Missing(
                    "lastDay",
                    "La convention prend fin d’elle‑même le " + French.date(bookedLastDay)
                            + " : il n’y a rien à résilier après, préavis compris."));
        else if (lastDay.isBefore(least))
            missing.add(new Missing(
                    "lastDay",
                    cause.noticeDays() == 0 || urgency != null
                            ? "Choisissez aujourd’hui ou un jour à venir."
                            : "Le préavis est de " + cause.noticeDays() + " jours : choisissez le " + French.date(least)
                                    + " ou un jour suivant."));
        String ground = groundFault(today);
        if (ground != null) missing.add(new Missing("since", ground));
        if (!missing.isEmpty())
            throw new BookingRefusal(
                    BookingRefusal.Reason.NOTICE_TOO_SHORT, "Cette résiliation n’est pas possible ainsi.", missing);
    }

    private String groundFault(LocalDate today) {
        if (cause == TerminationCause.FAULT && urgency == null) {
            if (since == null) return "Indiquez le jour de la mise en demeure, ou dites le danger qui en dispense.";
            LocalDate possible = since.plusDays(TerminationCause.DAYS_TO_MEND + 1L);
            if (possible.isAfter(today))
                return "La mise en demeure laisse huit jours : la résiliation est possible à partir du "
                        + French.date(possible) + ", sauf danger.";
        }
        if (cause == TerminationCause.FORCE_MAJEURE) {
            if (since == null) return "Indiquez depuis quel jour l’essai est empêché.";
            LocalDate possible = since.plusDays(TerminationCause.DAYS_PREVENTED + 1L);
            if (possible.isAfter(today))
                return "La force majeure met fin à la convention après plus de trente jours d’empêchement, donc à partir du "
                        + French.date(possible) + ".";
        }
        return null;
    }

    Map<String, String> detail() {
        Map<String, String> detail =
                new TreeMap<>(Map.of("termination", cause.name(), "lastDay", lastDay.toString(), "reason", reason));
        if (since != null)
            detail.put(cause == TerminationCause.FAULT ? "noticedOn" : "preventedSince", since.toString());
        if (urgency != null) detail.put("urgency", urgency);
        return detail;
    }
}
