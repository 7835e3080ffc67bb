package fr.terrain.availability;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Set;

/**
 * A recurring rule of a space, in local time of Europe/Paris: on these weekdays, between these hours, in this season.
 * {@code closes} at or before {@code opens} is the next morning. A season may run over the year's end; null is all year.
 */
public record OpeningRule(
        Kind kind,
        Set<DayOfWeek> weekdays,
        LocalTime opens,
        LocalTime closes,
        MonthDay seasonStart,
        MonthDay seasonEnd,
        String cause) {

    /** What a rule says of the time it covers. Without any OPEN rule a space is always open. */
    public enum Kind {
        OPEN,
        CONDITIONAL,
        CLOSED
    }

    /** Whether the rule speaks of the window that begins on this day. */
    public boolean appliesOn(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && inSeason(day);
    }

    public boolean isSeasonal() {
        return seasonStart != null;
    }

    public LocalDateTime opensOn(LocalDate day) {
        return day.atTime(opens);
    }

    public LocalDateTime closesOn(LocalDate day) {
        return closes.isAfter(opens) ? day.atTime(closes) : day.plusDays(1).atTime(closes);
    }

    private boolean inSeason(LocalDate day) {
        if (seasonStart == null) return true;
        MonthDay date = MonthDay.from(day);
        boolean afterStart = !date.isBefore(seasonStart);
        boolean beforeEnd = !date.isAfter(seasonEnd);
        return seasonStart.isAfter(seasonEnd) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
}
