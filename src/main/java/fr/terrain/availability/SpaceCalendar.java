package fr.terrain.availability;

import fr.terrain.ParisClock;
import fr.terrain.availability.OpeningRule.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules and rows of one space: what it takes to say when it is free, and which slots a stay there has. */
public record SpaceCalendar(
        long spaceId, String name, int capacity, boolean overnight, List<OpeningRule> rules, List<Booked> booked) {

    /** The longest stay, in days, for which slots are laid out. */
    private static final int LONGEST_STAY = 1830;

    /** Whether a stay, both days included, is longer than that. */
    public static boolean isTooLong(LocalDate first, LocalDate last) {
        return !first.plusDays(LONGEST_STAY).isAfter(last);
    }

    /**
     * The slots of a stay, both days included: one night-and-day stretch where a stay includes nights, else each opening of each day.
     *
     * @return empty when a season that closes the space falls inside, or no opening does
     */
    public List<LocalSlot> slots(LocalDate first, LocalDate last) {
        if (isTooLong(first, last)) throw new IllegalArgumentException("stay too long");
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).toList();
        if (days.stream().anyMatch(day -> seasonalClosing(day).isPresent())) return List.of();
        if (overnight)
            return List.of(new LocalSlot(first.atStartOfDay(), last.plusDays(1).atStartOfDay()));
        return days.stream().flatMap(day -> openings(day).stream()).toList();
    }

    /** The rule that closes the whole season this day is in, if any. */
    public Optional<OpeningRule> seasonalClosing(LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.kind() == Kind.CLOSED && rule.isSeasonal() && rule.appliesOn(day))
                .findFirst();
    }

    /** The rule that puts a condition on this day, if any. */
    public Optional<OpeningRule> condition(LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.kind() == Kind.CONDITIONAL && rule.appliesOn(day))
                .findFirst();
    }

    /** When the space opens on this day: overlapping openings make one; none when a rule closes it. */
    public List<LocalSlot> openings(LocalDate day) {
        if (rules.stream().anyMatch(rule -> rule.kind() == Kind.CLOSED && rule.appliesOn(day))) return List.of();
        List<OpeningRule> open =
                rules.stream().filter(rule -> rule.kind() == Kind.OPEN).toList();
        if (open.isEmpty())
            return List.of(new LocalSlot(day.atStartOfDay(), day.plusDays(1).atStartOfDay()));
        return open.stream()
                .filter(rule -> rule.appliesOn(day))
                .map(rule -> new LocalSlot(rule.opensOn(day), rule.closesOn(day)))
                .filter(LocalSlot::happens)
                .sorted(Comparator.comparing(LocalSlot::starts))
                .collect(ArrayList::new, SpaceCalendar::join, List::addAll);
    }

    private static void join(ArrayList<LocalSlot> joined, LocalSlot next) {
        LocalSlot last = joined.isEmpty() ? null : joined.getLast();
        if (last == null || last.ends().isBefore(next.starts())) joined.add(next);
        else if (next.ends().isAfter(last.ends()))
            joined.set(joined.size() - 1, new LocalSlot(last.starts(), next.ends()));
    }

    /** Whether one more project finds a lane free at this instant. */
    boolean hasLaneFree(LocalDateTime local) {
        return laneFree(Period.local(local, local.plusSeconds(1)));
    }

    private boolean laneFree(Period period) {
        for (int lane = 1; lane <= capacity; lane++) {
            int one = lane;
            if (booked.stream()
                    .noneMatch(row -> row.takesLane(one) && row.during().overlaps(period))) return true;
        }
        return false;
    }

    /** The dated closure that covers this instant, if any. */
    Optional<Booked> closure(LocalDateTime local) {
        return booked.stream()
                .filter(row -> row.kind() == Booked.Kind.CLOSURE
                        && row.during().contains(ParisClock.at(local).toInstant()))
                .findFirst();
    }
}
