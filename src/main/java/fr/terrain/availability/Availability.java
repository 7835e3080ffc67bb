package fr.terrain.availability;

import fr.terrain.ParisClock;
import fr.terrain.http.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** When a space is free, conditional, closed or taken, and why: a pure reading of its calendar, in local time of Europe/Paris. */
public final class Availability {
    private Availability() {}

    /** What a reader is told of a stretch of time; the later ones are the more closed. */
    public enum State {
        FREE,
        CONDITIONAL,
        CLOSED,
        TAKEN,
        PAST;

        /** "1 semaine libre", "3 semaines prises". */
        public String weeks(int count) {
            return count + " " + Words.say((count == 1 ? "week." : "weeks.") + name());
        }
    }

    /** A stretch in one state; cause says why when it is closed or conditional. */
    public record Stretch(LocalDateTime from, LocalDateTime to, State state, String cause) {}

    /** One day in one word: past before today, else the most closed state met while the space is open, or closed when it never opens. */
    public record Day(LocalDate date, State state, String cause) {}

    /** The stretches of [first 00:00, last 24:00), in order, without gap; neighbours differ in state or cause. All is past before today. */
    public static List<Stretch> stretches(SpaceCalendar calendar, LocalDate first, LocalDate last, LocalDate today) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDateTime from = null;
        for (LocalDateTime next : boundaries(calendar, first, last)) {
            if (from != null) add(stretches, at(calendar, from, next, today));
            from = next;
        }
        return stretches;
    }

    /** The days from first to last, both included. */
    public static List<Day> days(SpaceCalendar calendar, LocalDate first, LocalDate last, LocalDate today) {
        List<Stretch> all = stretches(calendar, first, last.plusDays(1), today);
        return first.datesUntil(last.plusDays(1))
                .map(day -> day.isBefore(today) ? new Day(day, State.PAST, null) : day(calendar, day, all))
                .toList();
    }

    private static Day day(SpaceCalendar calendar, LocalDate date, List<Stretch> all) {
        Stretch worst = null;
        for (LocalSlot opening : calendar.openings(date)) {
            for (Stretch stretch : all) {
                boolean inside = stretch.from().isBefore(opening.ends())
                        && opening.starts().isBefore(stretch.to());
                if (inside && (worst == null || stretch.state().compareTo(worst.state()) > 0)) worst = stretch;
            }
        }
        return worst == null
                ? new Day(date, State.CLOSED, closedBecause(calendar, date))
                : new Day(date, worst.state(), worst.cause());
    }

    private static TreeSet<LocalDateTime> boundaries(SpaceCalendar calendar, LocalDate first, LocalDate last) {
        LocalDateTime start = first.atStartOfDay();
        LocalDateTime end = last.plusDays(1).atStartOfDay();
        TreeSet<LocalDateTime> all = new TreeSet<>(List.of(start, end));
        for (LocalDate day = first.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            all.add(day.atStartOfDay());
            for (OpeningRule rule : calendar.rules()) {
                all.add(rule.opensOn(day));
                all.add(rule.closesOn(day));
            }
        }
        for (Booked row : calendar.booked()) {
            all.add(LocalDateTime.ofInstant(row.during().from(), ParisClock.PARIS));
            all.add(LocalDateTime.ofInstant(row.during().to(), ParisClock.PARIS));
        }
        return new TreeSet<>(all.subSet(start, true, end, true));
    }

    private static Stretch at(SpaceCalendar calendar, LocalDateTime from, LocalDateTime to, LocalDate today) {
        if (from.toLocalDate().isBefore(today)) return new Stretch(from, to, State.PAST, null);
        var closure = calendar.closure(from);
        if (closure.isPresent())
            return new Stretch(from, to, State.CLOSED, closure.get().cause());
        LocalDate day = opening(calendar, from);
        if (day == null) return new Stretch(from, to, State.CLOSED, closedBecause(calendar, from.toLocalDate()));
        if (!calendar.hasLaneFree(from)) return new Stretch(from, to, State.TAKEN, null);
        return calendar.condition(day)
                .map(rule -> new Stretch(from, to, State.CONDITIONAL, rule.cause()))
                .orElseGet(() -> new Stretch(from, to, State.FREE, null));
    }

    /** The day whose opening covers this local time: today's, or last evening's when a night runs on. */
    private static LocalDate opening(SpaceCalendar calendar, LocalDateTime local) {
        for (LocalDate day : List.of(local.toLocalDate(), local.toLocalDate().minusDays(1))) {
            for (LocalSlot slot : calendar.openings(day)) {
                if (!local.isBefore(slot.starts()) && local.isBefore(slot.ends())) return day;
            }
        }
        return null;
    }

    private static String closedBecause(SpaceCalendar calendar, LocalDate day) {
        return calendar.rules().stream()
                .filter(rule -> rule.kind() == OpeningRule.Kind.CLOSED && rule.appliesOn(day))
                .map(OpeningRule::cause)
                .findFirst()
                .orElse("Hors des heures d’ouverture");
    }

    private static void add(List<Stretch> stretches, Stretch next) {
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.state() == next.state() && java.util.Objects.equals(last.cause(), next.cause()))
            stretches.set(stretches.size() - 1, new Stretch(last.from(), next.to(), next.state(), next.cause()));
        else stretches.add(next);
    }
}
