package fr.terrain.deadline;

import fr.terrain.deadline.Deadlines.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the job and the page of its administrator ask of the table of deadlines. */
@ApplicationScoped
public class DeadlineRepository {
    private static final String COLUMNS = "select d.id, d.subject, d.subject_id, d.kind, d.due_at, d.attempts";
    private static final String DUE = """
            select d.id from deadline d where d.done_at is null and d.due_at <= :now and (d.retry_at is null or d.retry_at <= :now)
             order by d.due_at, d.id limit 1000
            """;
    /** What a verb locks first as well: whoever has it may wait for its dates, and nobody has a date of it who waits for it. */
    private static final String LOCK_SUBJECT = """
            select s.subject_id from deadline d join deadline_subject s on s.subject = d.subject and s.subject_id = d.subject_id
             where d.id = :id for no key update of s skip locked
            """;

    private static final String TAKE = COLUMNS + """
              from deadline d where d.id = :id and d.done_at is null and d.due_at <= :now and (:held or not exists (
                     select from deadline_subject s where s.subject = d.subject and s.subject_id = d.subject_id))
               for update of d skip locked
            """;
    private static final String FIRED = """
            update deadline set done_at = :now, outcome = 'FIRED' where id = :id and done_at is null and due_at = :due
            """;
    private static final String FAILED = """
            update deadline set attempts = attempts + 1, retry_at = :retry, last_error = :error
             where id = :id and done_at is null and due_at = :due and attempts = :attempts
            """;
    private static final String IS_LATE = """
              from deadline d where d.done_at is null and (d.due_at <= :late or d.attempts > 0)
            """;
    private static final String LATE = COLUMNS + """
            , d.retry_at, d.last_error, (select name from deadline_subject s where s.subject = d.subject and s.subject_id = d.subject_id)
            """ + IS_LATE + " order by d.due_at, d.id limit :limit offset :offset";
    private static final String COUNT_LATE = "select count(*), count(*) filter (where d.attempts > 0)" + IS_LATE;

    @Inject
    EntityManager entityManager;

    /** A deadline whose time has come, locked until its transaction ends. */
    record Taken(long id, Due due, int attempts) {}

    /** A deadline that is late or fails, as its administrator sees it; no error while it was not tried. */
    public record Late(long id, Due due, String name, int attempts, Instant retryAt, String error) {}

    /** How many are late, and how many of them fail. */
    public record Count(int late, int failing) {}

    /** Those whose time has come, at most 1 000, the oldest first. */
    @SuppressWarnings("unchecked")
    List<Long> listDue(Instant now) {
        return entityManager.createNativeQuery(DUE).setParameter("now", now).getResultList();
    }

    /** This one, if its time has come and nobody else holds it or what it is about. */
    Optional<Taken> take(long id, Instant now) {
        boolean held = !entityManager
                .createNativeQuery(LOCK_SUBJECT)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        return taken(entityManager
                .createNativeQuery(TAKE, Tuple.class)
                .setParameter("id", id)
                .setParameter("now", now)
                .setParameter("held", held));
    }

    /** It was fired; one that an observer put off stays open. */
    void fired(Taken taken, Instant now) {
        entityManager
                .createNativeQuery(FIRED)
                .setParameter("id", taken.id())
                .setParameter("due", taken.due().dueAt())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** It failed for this reason, and is tried again at this instant. */
    void failed(Taken taken, Instant retry, String error) {
        entityManager
                .createNativeQuery(FAILED)
                .setParameter("id", taken.id())
                .setParameter("due", taken.due().dueAt())
                .setParameter("attempts", taken.attempts())
                .setParameter("retry", retry)
                .setParameter("error", error)
                .executeUpdate();
    }

    /** What was due before this instant, or failed since, the oldest first. */
    @SuppressWarnings("unchecked")
    List<Late> listLate(Instant late, int limit, int offset) {
        return entityManager
                .createNativeQuery(LATE, Tuple.class)
                .setParameter("late", late)
                .setParameter("limit", limit)
                .setParameter("offset", offset)
                .getResultStream()
                .map(row -> late((Tuple) row))
                .toList();
    }

    Count countLate(Instant late) {
        Tuple row = (Tuple) entityManager
                .createNativeQuery(COUNT_LATE, Tuple.class)
                .setParameter("late", late)
                .getSingleResult();
        return new Count(Math.toIntExact(row.get(0, Long.class)), Math.toIntExact(row.get(1, Long.class)));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Taken> taken(Query query) {
        return query.getResultStream()
                .map(row -> new Taken(((Tuple) row).get(0, Long.class), due((Tuple) row), attempts((Tuple) row)))
                .findFirst();
    }

    private static Late late(Tuple row) {
        return new Late(
                row.get(0, Long.class),
                due(row),
                row.get(8, String.class),
                attempts(row),
                row.get(6, Instant.class),
                row.get(7, String.class));
    }

    private static int attempts(Tuple row) {
        return row.get(5, Integer.class);
    }

    private static Due due(Tuple row) {
        return new Due(
                Due.Subject.valueOf(row.get(1, String.class)),
                row.get(2, Long.class),
                Kind.valueOf(row.get(3, String.class)),
                row.get(4, Instant.class));
    }
}
