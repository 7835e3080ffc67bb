package fr.terrain.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The one table of what falls due; other rooms open and close its rows. */
@ApplicationScoped
public class Deadlines {
    /** What falls due. */
    public enum Kind {
        SILENCE,
        ANSWER,
        OPINION,
        SIGNATURE,
        HOLD,
        OFFER,
        REPORT,
        RECEIPT
    }

    private static final String OPEN = """
            insert into deadline (subject, subject_id, kind, due_at) values ('BOOKING', :booking, :kind, :due)
            on conflict (subject, subject_id, kind) where done_at is null do update set due_at = excluded.due_at
            """;
    private static final String DONE = """
            update deadline set done_at = :now
             where subject = 'BOOKING' and subject_id = :booking and kind = any(cast(:kinds as text[])) and done_at is null
            """;
    private static final String DUE = """
            select due_at from deadline where subject = 'BOOKING' and subject_id = :booking and kind = :kind and done_at is null
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
                .setParameter(
                        "kinds",
                        java.util.Arrays.toString(kinds).replace('[', '{').replace(']', '}'))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** When it falls due, if it runs. */
    public Optional<Instant> findDue(long bookingId, Kind kind) {
        return entityManager
                .createNativeQuery(DUE, Instant.class)
                .setParameter("booking", bookingId)
                .setParameter("kind", kind.name())
                .getResultStream()
                .findFirst();
    }
}
