package fr.terrain.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The one table of what falls due; other rooms open and close its rows, {@link DeadlineJob} fires those whose time has come. */
@ApplicationScoped
public class Deadlines {
    /** What falls due. */
    public enum Kind {
        SILENCE,
        RECEIPT,
        ANSWER,
        REASONS,
        OPINION,
        SIGNATURE,
        HOLD,
        OFFER,
        VACANCY,
        START,
        FINISH,
        REPORT,
        DRAFT,
        EXPIRY
    }

    private static final String OPEN = """
            insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :booking, :kind, :due)
            on conflict (subject, subject_id, kind) where done_at is null do update
               set due_at = excluded.due_at, attempts = 0, retry_at = null, last_error = null where deadline.due_at <> excluded.due_at
            """;
    private static final String DONE = """
            update deadline set done_at = :now, outcome = 'CLOSED'
             where subject = 'BOOKING' and subject_id = :booking and kind = any(cast(:kinds as text[])) and done_at is null
            """;
    private static final String MET = """
            update deadline set done_at = :now, outcome = 'CLOSED'
             where subject = 'BOOKING' and subject_id = :booking and kind = :kind and outcome is distinct from 'CLOSED'
            """;
    private static final String DUE = """
            select due_at from deadline where subject = 'BOOKING' and subject_id = :booking and kind = :kind and done_at is null
            """;
    private static final String FIRED = """
            select max(due_at) from deadline where subject = 'BOOKING' and subject_id = :booking and kind = :kind and outcome = 'FIRED'
            """;
    private static final String ALIVE = """
            select subject_id, kind, due_at, done_at is not null from deadline
             where subject = 'BOOKING' and subject_id = any(cast(:bookings as bigint[])) and outcome is distinct from 'CLOSED'
             order by subject_id, kind, done_at is null desc, due_at
            """;

    @Inject
    EntityManager entityManager;

    /** Something of a booking falls due at this instant; a row already open for it moves. */
    public void open(long bookingId, Kind kind, Instant due) {
        entityManager
                .createNativeQuery(OPEN)
                .setParameter("booking", bookingId)
                .setParameter("kind", kind.name())
                .setParameter("due", due)
                .executeUpdate();
    }

    /** These no longer run. */
    public void done(long bookingId, Instant now, Kind... kinds) {
        entityManager
                .createNativeQuery(DONE)
                .setParameter("booking", bookingId)
                .setParameter("kinds", Arrays.toString(kinds).replace('[', '{').replace(']', '}'))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What was awaited came, in time or late: it runs no longer, and is no longer passed either. */
    public void met(long bookingId, Kind kind, Instant now) {
        entityManager
                .createNativeQuery(MET)
                .setParameter("booking", bookingId)
                .setParameter("kind", kind.name())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** When it falls due, if it runs. */
    public Optional<Instant> findDue(long bookingId, Kind kind) {
        return instant(DUE, bookingId, kind);
    }

    /** When it fell due, if its time came while it ran: the last time when there were several. */
    public Optional<Instant> findFired(long bookingId, Kind kind) {
        return instant(FIRED, bookingId, kind);
    }

    /** When something falls due, or fell due while nothing of it came. */
    public record Date(Instant dueAt, boolean passed) {}

    /** The dates of each of these bookings by kind: of one that runs again that one, else the last that passed. */
    public Map<Long, Map<Kind, Date>> listAlive(Collection<Long> bookings) {
        Map<Long, Map<Kind, Date>> alive = new HashMap<>();
        for (Object row : entityManager
                .createNativeQuery(ALIVE, Tuple.class)
                .setParameter(
                        "bookings", "{" + bookings.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}")
                .getResultList()) {
            Tuple line = (Tuple) row;
            Map<Kind, Date> dates = alive.computeIfAbsent(line.get(0, Long.class), k -> new EnumMap<>(Kind.class));
            Date date = new Date(line.get(2, Instant.class), line.get(3, Boolean.class));
            dates.merge(Kind.valueOf(line.get(1, String.class)), date, (first, next) -> first.passed() ? next : first);
        }
        return alive;
    }

    /** All that runs for a booking, and when each falls due. */
    public Map<Kind, Instant> listOpen(long bookingId) {
        Map<Kind, Instant> open = new EnumMap<>(Kind.class);
        listAlive(List.of(bookingId)).getOrDefault(bookingId, Map.of()).forEach((kind, date) -> {
            if (!date.passed()) open.put(kind, date.dueAt());
        });
        return open;
    }

    private Optional<Instant> instant(String sql, long bookingId, Kind kind) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("booking", bookingId)
                .setParameter("kind", kind.name())
                .getResultList()
                .stream()
                .filter(Objects::nonNull)
                .map(Instant.class::cast)
                .findFirst();
    }
}
