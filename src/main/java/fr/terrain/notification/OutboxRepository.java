package fr.terrain.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All SQL on the outbox: events that were committed and whose letters are not filed yet. */
@ApplicationScoped
public class OutboxRepository {
    private static final String TAKE = """
            select source, event_id, attempts from event_pending where not_before is null or not_before <= :now
             order by filed_at, source, event_id limit 1 for update skip locked
            """;
    private static final String DONE = "delete from event_pending where source = :source and event_id = :event";
    private static final String SET_ASIDE = """
            update event_pending set attempts = least(attempts + 1, 1000), not_before = :next, fault = :fault
             where source = :source and event_id = :event
            """;
    private static final String LIST_ASIDE = """
            select source, event_id, filed_at, attempts, not_before, fault from event_pending where fault is not null
             order by filed_at, source, event_id limit :limit offset :offset
            """;
    private static final String COUNT_ASIDE = "select count(*) from event_pending where fault is not null";
    private static final String AGAIN = """
            update event_pending set attempts = 0, not_before = null, fault = null
             where source = :source and event_id = :event and fault is not null
            """;

    @Inject
    EntityManager entityManager;

    /** An event of one of the sources, and how often its letters could not be written. */
    record Pending(String source, long event, int attempts) {}

    /** An event whose letters cannot be written, as the administration sees it. */
    public record Aside(String source, long event, Instant filedAt, int attempts, Instant next, String fault) {}

    /** The oldest event that is due, locked until the transaction ends; what another replica holds is passed over. */
    Optional<Pending> take(Instant now) {
        return entityManager
                .createNativeQuery(TAKE, Tuple.class)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(row -> pending((Tuple) row));
    }

    /** The letters of the event are filed: it leaves the outbox in the same transaction. */
    void done(Pending pending) {
        entityManager
                .createNativeQuery(DONE)
                .setParameter("source", pending.source())
                .setParameter("event", pending.event())
                .executeUpdate();
    }

    void setAside(Pending pending, Instant next, String fault) {
        entityManager
                .createNativeQuery(SET_ASIDE)
                .setParameter("source", pending.source())
                .setParameter("event", pending.event())
                .setParameter("next", next)
                .setParameter("fault", fault)
                .executeUpdate();
    }

    List<Aside> listAside(int limit, int offset) {
        return entityManager
                .createNativeQuery(LIST_ASIDE, Tuple.class)
                .setParameter("limit", limit)
                .setParameter("offset", offset)
                .getResultStream()
                .map(row -> aside((Tuple) row))
                .toList();
    }

    int countAside() {
        return Math.toIntExact(
                (Long) entityManager.createNativeQuery(COUNT_ASIDE).getSingleResult());
    }

    /** Makes an event that was set aside due at once; false when there is none. */
    boolean again(String source, long event) {
        return entityManager
                        .createNativeQuery(AGAIN)
                        .setParameter("source", source)
                        .setParameter("event", event)
                        .executeUpdate()
                == 1;
    }

    private static Pending pending(Tuple row) {
        return new Pending(row.get(0, String.class), row.get(1, Long.class), row.get(2, Integer.class));
    }

    private static Aside aside(Tuple row) {
        return new Aside(
                row.get(0, String.class),
                row.get(1, Long.class),
                row.get(2, Instant.class),
                row.get(3, Integer.class),
                row.get(4, Instant.class),
                row.get(5, String.class));
    }
}
