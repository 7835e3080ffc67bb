package fr.terrain.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All SQL that makes seals and lists them. */
@ApplicationScoped
public class SealRepository {
    /** A day that no seal reaches. */
    public static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private static final String LOCK = "select pg_try_advisory_xact_lock(7310426551)";
    private static final String COLUMNS =
            "select day, covers_from, made_at, chains, root, previous_hash, key_id, hash, signature from seal";
    private static final String LAST = COLUMNS + " order by day desc limit 1";
    private static final String BEFORE = COLUMNS + " where day < :before order by day desc limit :limit";
    private static final String GATHER = """
            insert into seal_head (day, booking_id, reference, seq, hash)
            select :day, head.booking_id, b.reference, head.seq, e.hash
              from (select booking_id, max(seq) as seq from booking_event group by booking_id) head
              join booking_event e on e.booking_id = head.booking_id and e.seq = head.seq
              join booking b on b.id = head.booking_id
             where head.seq > coalesce((select max(h.seq) from seal_head h where h.booking_id = head.booking_id), 0)
            """;
    private static final String HEADS =
            "select day, booking_id, reference, seq, hash from seal_head where day = :day order by booking_id";
    private static final String KEEP_KEY =
            "insert into seal_key (id, public_key, since) values (:id, :key, :now) on conflict (id) do nothing";
    private static final String INSERT = """
            insert into seal (day, covers_from, made_at, chains, root, previous_day, previous_hash, hash, key_id, signature)
            values (:day, :from, :made, :chains, :root, (select day from seal where hash = :previous), :previous, :hash, :key, :signature)
            """;

    @Inject
    EntityManager entityManager;

    /** Whether this transaction is the one that may seal now; the others come again later. */
    boolean lock() {
        return (boolean) entityManager.createNativeQuery(LOCK).getSingleResult();
    }

    public Optional<Seal> findLast() {
        return seals(entityManager.createNativeQuery(LAST, Tuple.class)).findFirst();
    }

    /** The seals of the days before this one, newest first. */
    public List<Seal> list(LocalDate before, int limit) {
        return seals(entityManager
                        .createNativeQuery(BEFORE, Tuple.class)
                        .setParameter("before", before)
                        .setParameter("limit", limit))
                .toList();
    }

    /** Files, under this day, the heads that nobody sealed yet, as they are visible now: what commits later is for the next seal. */
    Head.Root gather(LocalDate day) {
        entityManager.createNativeQuery(GATHER).setParameter("day", day).executeUpdate();
        Head.Root root = new Head.Root();
        try (Stream<?> rows = entityManager
                .createNativeQuery(HEADS, Tuple.class)
                .setParameter("day", day)
                .setHint("org.hibernate.fetchSize", 1000)
                .getResultStream()) {
            rows.forEach(row -> root.add(head((Tuple) row)));
        }
        return root;
    }

    void keep(SealKey key, Instant now) {
        entityManager
                .createNativeQuery(KEEP_KEY)
                .setParameter("id", key.id())
                .setParameter("key", key.encoded())
                .setParameter("now", now)
                .executeUpdate();
    }

    void insert(Seal seal) {
        entityManager
                .createNativeQuery(INSERT)
                .setParameter("day", seal.day())
                .setParameter("from", seal.coversFrom())
                .setParameter("made", seal.madeAt())
                .setParameter("chains", seal.chains())
                .setParameter("root", seal.root())
                .setParameter("previous", seal.previousHash())
                .setParameter("hash", seal.hash())
                .setParameter("key", seal.keyId())
                .setParameter("signature", seal.signature())
                .executeUpdate();
    }

    private static Stream<Seal> seals(jakarta.persistence.Query query) {
        Stream<?> rows = query.getResultStream();
        return rows.map(row -> seal((Tuple) row));
    }

    private static Seal seal(Tuple row) {
        return new Seal(
                day(row, 0),
                day(row, 1),
                row.get(2, Instant.class),
                row.get(3, Integer.class),
                row.get(4, byte[].class),
                row.get(5, byte[].class),
                row.get(6, String.class),
                row.get(7, byte[].class),
                row.get(8, byte[].class));
    }

    private static Head head(Tuple row) {
        return new Head(
                day(row, 0),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, byte[].class));
    }

    private static LocalDate day(Tuple row, int column) {
        return row.get(column) instanceof Date date ? date.toLocalDate() : row.get(column, LocalDate.class);
    }
}
