package fr.terrain.availability;

import fr.terrain.http.Problem;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same hours of every day, or of some weekdays, in local time of Europe/Paris; {@code ends} at or before {@code starts} is the
 * next morning.
 *
 * @param weekdays none for every day
 * @param givenUp days on which nothing begins after all
 */
public record Series(LocalTime starts, LocalTime ends, Set<DayOfWeek> weekdays, Set<LocalDate> givenUp) {
    /** How many times a series may come. */
    public static final int MOST = 366;

    public Series {
        weekdays = weekdays == null ? Set.of() : Set.copyOf(weekdays);
        givenUp = givenUp == null ? Set.of() : Set.copyOf(givenUp);
    }

    /**
     * The series of what was asked, or null when whole openings are asked for.
     *
     * @throws fr.terrain.http.ProblemException 400 that names the field
     */
    public static Series of(LocalTime starts, LocalTime ends, Set<DayOfWeek> weekdays, Set<LocalDate> givenUp) {
        Series series = new Series(starts, ends, weekdays, givenUp);
        boolean hourless = starts == null && ends == null;
        if (hourless && series.weekdays.isEmpty() && series.givenUp.isEmpty()) return null;
        if (starts == null) throw Problem.badInput("startTime", "Donnez l’heure de début de vos créneaux.");
        if (ends == null) throw Problem.badInput("endTime", "Donnez l’heure de fin de vos créneaux.");
        if (hasSeconds(starts)) throw Problem.badInput("startTime", "Donnez une heure et des minutes, sans secondes.");
        if (hasSeconds(ends)) throw Problem.badInput("endTime", "Donnez une heure et des minutes, sans secondes.");
        return series;
    }

    private static boolean hasSeconds(LocalTime time) {
        return time.getSecond() != 0 || time.getNano() != 0;
    }

    /**
     * The stretches from a first day to a last one, both included, those given up as well.
     *
     * @throws fr.terrain.http.ProblemException 400 when there are none, or more than a request may have
     */
    public List<LocalSlot> between(LocalDate first, LocalDate last) {
        List<LocalSlot> slots = first.datesUntil(last.plusDays(1))
                .filter(day -> weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                .limit(MOST + 1L)
                .map(this::on)
                .toList();
        if (slots.isEmpty())
            throw Problem.badInput("weekdays", "Aucun de ces jours de la semaine ne tombe entre vos deux dates.");
        if (slots.size() > MOST)
            throw Problem.badInput(
                    "lastDay", "Une série compte 366 créneaux au plus\u00a0: rapprochez les deux dates.");
        return slots;
    }

    public boolean gaveUp(LocalSlot slot) {
        return givenUp.contains(slot.starts().toLocalDate());
    }

    /** The same for as long as these days: days given up that are none of them no longer count. */
    public Series within(List<LocalSlot> slots) {
        Set<LocalDate> days = new TreeSet<>();
        for (LocalSlot slot : slots) if (gaveUp(slot)) days.add(slot.starts().toLocalDate());
        return new Series(starts, ends, weekdays, days);
    }

    private LocalSlot on(LocalDate day) {
        return new LocalSlot(
                day.atTime(starts),
                ends.isAfter(starts) ? day.atTime(ends) : day.plusDays(1).atTime(ends));
    }
}
