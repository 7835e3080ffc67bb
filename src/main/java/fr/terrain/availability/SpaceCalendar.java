package fr.terrain.availability;

import fr.terrain.ParisClock;
import fr.terrain.availability.OpeningRule.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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

    /** Whether the rules let these hours be had: some real time, inside what is open, evenings and mornings that meet taken together. */
    public boolean opensFor(LocalSlot slot) {
        return slot.happens() && isInside(slot);
    }

    /**
     * Whether these hours can be had, and else why not.
     *
     * @param before calendar days of set-up
     * @param after calendar days of tear-down
     * @param alone whether nobody else may be there
     */
    public Occurrence occurrence(LocalSlot slot, int before, int after, boolean alone) {
        if (!slot.happens()) return new Occurrence(slot, Occurrence.State.SKIPPED, name, null);
        if (!isInside(slot)) {
            Optional<OpeningRule> closing = closing(slot);
            return closing.map(rule -> new Occurrence(slot, Occurrence.State.CLOSED, name, rule.cause()))
                    .orElse(new Occurrence(slot, Occurrence.State.OUTSIDE, name, null));
        }
        Period during = slot.withBuffers(before, after);
        List<Booked> there =
                booked.stream().filter(row -> row.during().overlaps(during)).toList();
        Optional<Booked> closure =
                there.stream().filter(row -> row.kind() == Booked.Kind.CLOSURE).findFirst();
        if (closure.isPresent())
            return new Occurrence(
                    slot, Occurrence.State.CLOSED, name, closure.get().cause());
        boolean free = alone ? there.isEmpty() : hasLaneThroughout(there, during);
        return free ? Occurrence.free(slot) : new Occurrence(slot, Occurrence.State.TAKEN, name, null);
    }

    private boolean isInside(LocalSlot slot) {
        ArrayList<LocalSlot> open = new ArrayList<>();
        LocalDate last = slot.ends().toLocalDate();
        for (LocalDate day = slot.starts().toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1))
            openings(day).forEach(opening -> join(open, opening));
        return open.stream()
                .anyMatch(opening -> !slot.starts().isBefore(opening.starts())
                        && !slot.ends().isAfter(opening.ends()));
    }

    private Optional<OpeningRule> closing(LocalSlot slot) {
        return rules.stream()
                .filter(rule -> rule.kind() == Kind.CLOSED
                        && (rule.appliesOn(slot.starts().toLocalDate())
                                || rule.appliesOn(slot.lastDay())
                                || rule.appliesOn(slot.ends().toLocalDate())))
                .findFirst();
    }

    /** A lane is a counter, not a place: another one may be free after each row that begins or ends. */
    private boolean hasLaneThroughout(List<Booked> there, Period during) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(during.from()));
        for (Booked row : there) {
            edges.add(row.during().from());
            edges.add(row.during().to());
        }
        return edges.subSet(during.from(), during.to()).stream()
                .allMatch(edge -> laneFree(there, new Period(edge, edge.plusSeconds(1))));
    }

    /** Whether one more project finds a lane free at this instant. */
    boolean hasLaneFree(LocalDateTime local) {
        return laneFree(booked, Period.local(local, local.plusSeconds(1)));
    }

    private boolean laneFree(List<Booked> rows, Period period) {
        for (int lane = 1; lane <= capacity; lane++) {
            int one = lane;
            if (rows.stream()
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
