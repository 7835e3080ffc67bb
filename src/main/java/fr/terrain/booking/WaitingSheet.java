package fr.terrain.booking;

import fr.terrain.http.French;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the pages tell of the wait of a request: its place, what is offered and until when, what an option keeps.
 *
 * @param position null when it does not wait
 * @param offer null when none can be answered
 * @param optionUntil the last day of the option, local date in Europe/Paris, null without one
 * @param suggestions first days from which its spaces are free as long as it asks
 * @param days how many days it asks for, from the first to the last
 */
public record WaitingSheet(
        WaitingRepository.Position position,
        SlotOffer offer,
        LocalDate optionUntil,
        List<LocalDate> suggestions,
        int days,
        LocalDate today) {
    static int days(Booking booking) {
        return (int) ChronoUnit.DAYS.between(booking.firstDay(), booking.lastDay()) + 1;
    }

    /** "du 3 au 24 mai 2027", each as long as what is asked for. */
    public List<String> free() {
        return suggestions.stream()
                .map(first -> French.period(first, first.plusDays(days - 1L)))
                .toList();
    }

    /** The first days proposed when nothing was typed: the nearest that are free. */
    public String firstDay() {
        return suggestions.isEmpty() ? "" : suggestions.getFirst().toString();
    }

    public String lastDay() {
        return suggestions.isEmpty()
                ? ""
                : suggestions.getFirst().plusDays(days - 1L).toString();
    }

    /** Whether there is anything to tell. */
    public boolean tells() {
        return position != null || offer != null || optionUntil != null;
    }
}
