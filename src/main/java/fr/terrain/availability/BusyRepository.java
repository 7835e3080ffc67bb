package fr.terrain.availability;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All SQL on calendars that come from outside and on what they said. */
@ApplicationScoped
public class BusyRepository {
    /** Another address begins anew: what the former said goes with it. */
    private static final String SET = """
            insert into busy_feed (space_id, address, added_by, added_at, next_at) values (:space, :address, :by, :now, :now)
            """;

    private static final String REMOVE = "delete from busy_feed where space_id = :space";
    private static final String FIND = """
            select f.address, f.tried_at, f.good_at, f.error, (select count(*) from imported_busy b where b.feed_id = f.id)
              from busy_feed f where f.space_id = :space
            """;
    /** Taken by one replica, for the others not due any more: nothing is locked while the address is read. */
    private static final String TAKE = """
            update busy_feed set next_at = :next, tried_at = :now
             where id = (select id from busy_feed where next_at <= :now order by next_at, id limit 1 for update skip locked)
            returning id, space_id, address, etag, last_modified
            """;

    private static final String LOCK = "select id from busy_feed where id = :feed and address = :address for update";
    private static final String CLEAR = "delete from imported_busy where feed_id = :feed";
    private static final String KEEP = """
            insert into imported_busy (feed_id, space_id, during, uid_hash, summary)
            select f.id, f.space_id, tstzrange(cast(row->>'from' as timestamptz), cast(row->>'to' as timestamptz)), decode(row->>'uid', 'hex'), row->>'summary'
              from busy_feed f, jsonb_array_elements(cast(:rows as jsonb)) row where f.id = :feed
            """;
    private static final String GOOD = """
            update busy_feed set good_at = :now, error = null, etag = :etag, last_modified = :modified where id = :feed
            """;
    private static final String BAD = "update busy_feed set error = :error where id = :feed and address = :address";
    private static final String CLASHES = """
            select exists (select from imported_busy where space_id = :space and during && cast(:during as tstzmultirange))
            """;

    @Inject
    EntityManager database;

    /** A calendar whose turn it is. */
    record Due(long id, long space, String address, String etag, String lastModified) {}

    /** What who keeps the space sees of it; the instants are null as long as nothing was tried or good. */
    public record Feed(String address, Instant triedAt, Instant goodAt, String error, long stretches) {}

    void set(long space, String address, long by, Instant now) {
        remove(space);
        database.createNativeQuery(SET)
                .setParameter("space", space)
                .setParameter("address", address)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }

    boolean remove(long space) {
        return database.createNativeQuery(REMOVE).setParameter("space", space).executeUpdate() > 0;
    }

    Optional<Feed> find(long space) {
        List<?> rows = database.createNativeQuery(FIND, Tuple.class)
                .setParameter("space", space)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .findFirst()
                .map(row -> new Feed(
                        row.get(0, String.class),
                        row.get(1, Instant.class),
                        row.get(2, Instant.class),
                        row.get(3, String.class),
                        row.get(4, Long.class)));
    }

    Optional<Due> take(Instant now, Instant next) {
        List<?> rows = database.createNativeQuery(TAKE, Tuple.class)
                .setParameter("now", now)
                .setParameter("next", next)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .findFirst()
                .map(row -> new Due(
                        row.get(0, Long.class),
                        row.get(1, Long.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class)));
    }

    /** Puts what it says now in the place of what it said; null leaves that. Nothing when the address was changed meanwhile. */
    void keep(Due due, List<Busy> busy, String etag, String lastModified, Instant now) {
        boolean gone = database.createNativeQuery(LOCK)
                .setParameter("feed", due.id())
                .setParameter("address", due.address())
                .getResultList()
                .isEmpty();
        if (gone) return;
        if (busy != null) {
            database.createNativeQuery(CLEAR).setParameter("feed", due.id()).executeUpdate();
            database.createNativeQuery(KEEP)
                    .setParameter("feed", due.id())
                    .setParameter("rows", json(busy))
                    .executeUpdate();
        }
        database.createNativeQuery(GOOD)
                .setParameter("feed", due.id())
                .setParameter("etag", etag)
                .setParameter("modified", lastModified)
                .setParameter("now", now)
                .executeUpdate();
    }

    void failed(Due due, String error) {
        database.createNativeQuery(BAD)
                .setParameter("feed", due.id())
                .setParameter("address", due.address())
                .setParameter("error", error)
                .executeUpdate();
    }

    /** Whether the calendar that is kept elsewhere has the space taken at some time of what is wanted of it. */
    public boolean isBusy(Claim wanted) {
        String during = wanted.during().stream()
                .map(period -> "[" + period.from() + "," + period.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
        return (Boolean) database.createNativeQuery(CLASHES)
                .setParameter("space", wanted.spaceId())
                .setParameter("during", during)
                .getSingleResult();
    }

    private static String json(List<Busy> busy) {
        return busy.stream().map(BusyRepository::row).collect(Collectors.joining(",", "[", "]"));
    }

    private static String row(Busy one) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("from", one.during().from().toString())
                .put("to", one.during().to().toString())
                .put("uid", HexFormat.of().formatHex(sha256(one.uid())))
                .put("summary", one.summary())
                .toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
