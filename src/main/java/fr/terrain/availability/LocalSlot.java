package fr.terrain.availability;

import fr.terrain.ParisClock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A stretch of use, in local time of Europe/Paris: the truth from which occupied periods derive. */
public record LocalSlot(LocalDateTime starts, LocalDateTime ends) {
    public LocalSlot {
        if (!starts.isBefore(ends)) throw new IllegalArgumentException("empty slot " + starts + "/" + ends);
    }

    /** The time the space is taken: calendar days of set-up before and tear-down after are inside (a day is a day across a change of hour). */
    public Period withBuffers(int daysBefore, int daysAfter) {
        return Period.local(starts.minusDays(daysBefore), ends.plusDays(daysAfter));
    }

    /** Whether any real time passes in it: a slot may lie wholly in the hour that is skipped in spring. */
    boolean happens() {
        return ParisClock.at(starts).isBefore(ParisClock.at(ends));
    }

    /** The last day that the slot uses: a night counts for the evening it began, and midnight does not use the day after. */
    public LocalDate lastDay() {
        if (starts.plusDays(1).isAfter(ends)) return starts.toLocalDate();
        return ends.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? ends.toLocalDate().minusDays(1)
                : ends.toLocalDate();
    }

    /** The first day that the slots use; there is one at least. */
    public static LocalDate first(Stream<LocalSlot> slots) {
        return slots.map(slot -> slot.starts.toLocalDate())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The last day that the slots use; there is one at least. */
    public static LocalDate last(Stream<LocalSlot> slots) {
        return slots.map(LocalSlot::lastDay).max(LocalDate::compareTo).orElseThrow();
    }

    /** How many calendar days the slots use. */
    public static int days(List<LocalSlot> slots) {
        Set<LocalDate> days = new HashSet<>();
        for (LocalSlot slot : slots) {
            slot.starts.toLocalDate().datesUntil(slot.lastDay().plusDays(1)).forEach(days::add);
        }
        return days.size();
    }

    /** How many calendar months the slots reach into. */
    public static int months(List<LocalSlot> slots) {
        return (int) first(slots.stream())
                .withDayOfMonth(1)
                .datesUntil(last(slots.stream()).plusDays(1), java.time.Period.ofMonths(1))
                .count();
    }
}
