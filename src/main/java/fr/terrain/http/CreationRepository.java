package fr.terrain.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All SQL on what creations answered. Each call is a transaction of its own, seen by every replica at once. */
@ApplicationScoped
class CreationRepository {
    private static final String BEGIN = """
            insert into creation_answer (account_id, key, request_hash, begun_at) values (:account, :key, :hash, :now) on conflict do nothing
            """;
    private static final String TAKE_OVER = """
            update creation_answer set begun_at = :now, request_hash = :hash
             where account_id = :account and key = :key and status is null and begun_at < :abandoned
            """;
    private static final String FIND = """
            select request_hash, status, location, etag, body from creation_answer where account_id = :account and key = :key
            """;
    private static final String END = """
            update creation_answer set status = :status, location = :location, etag = :etag, body = :body
             where account_id = :account and key = :key
            """;
    private static final String FORGET = "delete from creation_answer where account_id = :account and key = :key";
    private static final String SWEEP = "delete from creation_answer where begun_at < :before";

    @Inject
    EntityManager entityManager;

    /** The key of an account. */
    record Mark(long account, UUID key) {}

    /** What was answered under a key; no status while it is being done. */
    record Answer(byte[] requestHash, Integer status, String location, String etag, String body) {}

    /** Whether the caller is the first with this key, or the first after one that never came back. */
    boolean begin(Mark mark, byte[] hash, Instant now, Instant abandoned) {
        return QuarkusTransaction.requiringNew()
                .call(() -> of(BEGIN, mark)
                                        .setParameter("hash", hash)
                                        .setParameter("now", now)
                                        .executeUpdate()
                                == 1
                        || of(TAKE_OVER, mark)
                                        .setParameter("hash", hash)
                                        .setParameter("now", now)
                                        .setParameter("abandoned", abandoned)
                                        .executeUpdate()
                                == 1);
    }

    Optional<Answer> find(Mark mark) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((java.util.stream.Stream<?>)
                                query(FIND, mark, true).getResultStream())
                        .map(row -> answer((Tuple) row))
                        .findFirst());
    }

    void end(Mark mark, Answer answer) {
        QuarkusTransaction.requiringNew()
                .run(() -> of(END, mark)
                        .setParameter("status", answer.status())
                        .setParameter("location", answer.location())
                        .setParameter("etag", answer.etag())
                        .setParameter("body", answer.body())
                        .executeUpdate());
    }

    void forget(Mark mark) {
        QuarkusTransaction.requiringNew().run(() -> of(FORGET, mark).executeUpdate());
    }

    /** Forgets what was begun before this instant; returns how many. */
    int sweep(Instant before) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(SWEEP)
                        .setParameter("before", before)
                        .executeUpdate());
    }

    private jakarta.persistence.Query of(String sql, Mark mark) {
        return query(sql, mark, false);
    }

    private jakarta.persistence.Query query(String sql, Mark mark, boolean reads) {
        jakarta.persistence.Query query =
                reads ? entityManager.createNativeQuery(sql, Tuple.class) : entityManager.createNativeQuery(sql);
        return query.setParameter("account", mark.account()).setParameter("key", mark.key());
    }

    private static Answer answer(Tuple row) {
        return new Answer(
                row.get(0, byte[].class),
                row.get(1, Integer.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class));
    }
}
