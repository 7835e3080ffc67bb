package fr.terrain.availability;

import fr.terrain.ParisClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of real time, from inclusive to exclusive, never empty. */
public record Period(Instant from, Instant to) {
    public Period {
        if (!from.isBefore(to)) throw new IllegalArgumentException("empty period " + from + "/" + to);
    }

    /** The stretch between two local times of Europe/Paris; across a change of hour it is an hour shorter or longer. */
    public static Period local(LocalDateTime from, LocalDateTime to) {
        return new Period(ParisClock.at(from).toInstant(), ParisClock.at(to).toInstant());
    }

    /** Local days of Europe/Paris, both included, with the night before and the morning after. */
    public static Period around(LocalDate first, LocalDate last) {
        return local(first.minusDays(1).atStartOfDay(), last.plusDays(2).atStartOfDay());
    }

    public boolean overlaps(Period other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** The shortest stretch that holds both. */
    public Period span(Period other) {
        return new Period(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** The same time covered by as few periods as possible, in order. */
    public static List<Period> merge(List<Period> periods) {
        List<Period> merged = new ArrayList<>();
        for (Period next :
                periods.stream().sorted(Comparator.comparing(Period::from)).toList()) {
            Period last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.to.isBefore(next.from)) merged.add(next);
            else if (next.to.isAfter(last.to)) merged.set(merged.size() - 1, new Period(last.from, next.to));
        }
        return merged;
    }
}
