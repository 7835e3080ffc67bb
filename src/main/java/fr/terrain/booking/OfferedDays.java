package fr.terrain.booking;

import fr.terrain.booking.BookingRefusal.Missing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days that an officer proposes, local dates of Europe/Paris, both included.
 *
 * @param answerBy the last day to accept; null gives a week
 */
public record OfferedDays(LocalDate firstDay, LocalDate lastDay, LocalDate answerBy) {
    private static final int LONGEST_WAIT = 30;

    /** The same with its end, once it holds; an offer always ends before the days that it is about. */
    OfferedDays check(LocalDate today) {
        List<Missing> faults = new ArrayList<>();
        if (firstDay == null) faults.add(new Missing("firstDay", "Indiquez le premier jour proposé."));
        if (lastDay == null) faults.add(new Missing("lastDay", "Indiquez le dernier jour proposé."));
        if (firstDay != null && !firstDay.isAfter(today))
            faults.add(new Missing("firstDay", "Proposez des jours à venir."));
        LocalDate by = answerBy == null ? usual(today) : answerBy;
        if (by.isBefore(today) || by.isAfter(today.plusDays(LONGEST_WAIT)))
            faults.add(new Missing(
                    "answerBy", "Laissez jusqu’à aujourd’hui au moins, et 30 jours au plus, pour répondre."));
        else if (firstDay != null && !by.isBefore(firstDay))
            faults.add(new Missing("answerBy", "La réponse doit venir avant le premier jour proposé."));
        if (!faults.isEmpty()) throw BookingRefusal.incompleteOffer(faults);
        return new OfferedDays(firstDay, lastDay, by);
    }

    private LocalDate usual(LocalDate today) {
        LocalDate week = today.plusDays(WaitingList.DAYS_TO_ANSWER);
        return firstDay != null && !week.isBefore(firstDay) ? firstDay.minusDays(1) : week;
    }
}
