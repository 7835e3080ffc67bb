package fr.terrain.notification;

import fr.terrain.http.PublicAddress;
import fr.terrain.notification.Delivery.State;
import fr.terrain.notification.Emails.Email;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The SQL by which deliveries are filed and sent. */
@ApplicationScoped
public class DeliveryRepository {
    static final String COLUMNS = """
            select d.id, d.source, d.event_id, d.name, d.address, d.message_id, d.subject, d.words, d.html, d.state, d.filed_at, d.due_at,
                   d.attempts, d.last_code, d.last_error, d.sent_at from delivery d
            """;
    private static final String FILE = """
            insert into delivery (source, event_id, channel, account_id, name, address, message_id, subject, summary, link, words, html, state,
              filed_at, due_at)
            values (:source, :event, :channel, :account, :name, :address, :messageId, :subject, :summary, :link, :words, :html, :state, :now, :now)
            on conflict do nothing
            """;
    private static final String TAKE = COLUMNS + """
             where d.state = 'WAITING' and d.channel = 'MAIL' and d.due_at <= :now order by d.due_at, d.id limit 1 for update skip locked
            """;
    private static final String SENT = """
            update delivery set state = 'SENT', sent_at = :now, attempts = attempts + 1, last_code = 250, last_error = null where id = :id
            """;
    private static final String FAILED = """
            update delivery set state = :state, due_at = :due, attempts = attempts + 1, last_code = :code, last_error = :error where id = :id
            """;
    private static final String FORGET = """
            update delivery set words = null, html = null
             where id in (select id from delivery where state in ('SENT', 'ABANDONED') and words is not null and filed_at < :before
                           order by id limit 500 for update skip locked)
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    PublicAddress address;

    /**
     * Files one message; nothing happens when this person has one about this event already. Who cannot be reached gets a
     * row too, which says so.
     */
    void file(String source, long event, Addressed one, Email email, Rhythm rhythm, Instant now) {
        boolean later = rhythm == Rhythm.DAILY;
        Optional<String> usable = Mailbox.of(one.address());
        State state = later || usable.isPresent() ? State.WAITING : State.UNREACHABLE;
        entityManager
                .createNativeQuery(FILE)
                .setParameter("source", source)
                .setParameter("event", event)
                .setParameter("channel", later ? "DIGEST" : "MAIL")
                .setParameter("account", one.account())
                .setParameter("name", SingleLine.of(one.name(), 200))
                .setParameter("address", later ? null : usable.orElse(null))
                .setParameter("messageId", messageId(source, event))
                .setParameter("subject", email.subject())
                .setParameter("summary", email.summary())
                .setParameter("link", email.link())
                .setParameter("words", email.words())
                .setParameter("html", email.html())
                .setParameter("state", state.name())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Names the event and, by chance, the delivery; stored with it, so that every try bears the same. */
    private String messageId(String source, long event) {
        return "<%s.%d.%s@%s>".formatted(source, event, UUID.randomUUID(), address.host());
    }

    /** The delivery that has been due longest, locked until the transaction ends; what another sender holds is passed over. */
    Optional<Delivery> take(Instant now) {
        return entityManager
                .createNativeQuery(TAKE, Tuple.class)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(row -> delivery((Tuple) row));
    }

    void sent(Delivery delivery, Instant now) {
        expectOne(entityManager
                .createNativeQuery(SENT)
                .setParameter("id", delivery.id())
                .setParameter("now", now));
    }

    /** A try failed: another is due, or, without a date for it, the delivery is dead. */
    void failed(Delivery delivery, Optional<Instant> next, Integer code, String error) {
        expectOne(entityManager
                .createNativeQuery(FAILED)
                .setParameter("id", delivery.id())
                .setParameter("state", next.isPresent() ? "WAITING" : "DEAD")
                .setParameter("due", next.orElse(delivery.dueAt()))
                .setParameter("code", code)
                .setParameter("error", error));
    }

    /** Drops the words of what was done with before that instant: the event keeps what matters. */
    int forget(Instant before) {
        return entityManager
                .createNativeQuery(FORGET)
                .setParameter("before", before)
                .executeUpdate();
    }

    private static void expectOne(Query update) {
        if (update.executeUpdate() != 1) throw new IllegalStateException("a delivery vanished");
    }

    static Delivery delivery(Tuple row) {
        return new Delivery(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, Long.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, String.class),
                State.valueOf(row.get(9, String.class)),
                row.get(10, Instant.class),
                row.get(11, Instant.class),
                row.get(12, Integer.class),
                row.get(13, Integer.class),
                row.get(14, String.class),
                row.get(15, Instant.class));
    }
}
