package fr.terrain.notification;

import fr.terrain.notification.Emails.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All SQL on the daily digests and what they gather. */
@ApplicationScoped
public class DigestRepository {
    private static final String DUE = """
            select distinct d.account_id from delivery d
             where d.channel = 'DIGEST' and d.state = 'WAITING' and d.filed_at < :cut
               and not exists (select from digest made where made.account_id = d.account_id and made.day = cast(:day as date))
             order by d.account_id limit 1000
            """;
    private static final String OPEN = """
            insert into digest (account_id, day, made_at) values (:account, cast(:day as date), :now)
            on conflict (account_id, day) do nothing returning id
            """;
    private static final String GATHER = """
            with gathered as (
              update delivery set state = 'GATHERED', digest_id = :digest
               where account_id = :account and channel = 'DIGEST' and state = 'WAITING' and filed_at < :cut
              returning id, subject, summary, link)
            select subject, summary, link from gathered order by id
            """;

    @Inject
    EntityManager entityManager;

    /** For whom something was filed before the cut, and no digest made on that day. */
    List<Long> listDue(LocalDate day, Instant cut) {
        return entityManager
                .createNativeQuery(DUE)
                .setParameter("day", day)
                .setParameter("cut", cut)
                .getResultList()
                .stream()
                .map(Long.class::cast)
                .toList();
    }

    /** Opens the digest of the day; empty when there is one, made by another replica or before a restart. */
    Optional<Long> open(long account, LocalDate day, Instant now) {
        return entityManager
                .createNativeQuery(OPEN)
                .setParameter("account", account)
                .setParameter("day", day)
                .setParameter("now", now)
                .getResultStream()
                .findFirst()
                .map(Long.class::cast);
    }

    /** Takes into the digest all that was filed before the cut, the oldest first. */
    List<Item> gather(long digest, long account, Instant cut) {
        return entityManager
                .createNativeQuery(GATHER, Tuple.class)
                .setParameter("digest", digest)
                .setParameter("account", account)
                .setParameter("cut", cut)
                .getResultStream()
                .map(row -> item((Tuple) row))
                .toList();
    }

    private static Item item(Tuple row) {
        return new Item(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class));
    }
}
