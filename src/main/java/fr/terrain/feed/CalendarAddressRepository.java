package fr.terrain.feed;

import fr.terrain.account.Account;
import fr.terrain.account.PersonForgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All SQL on the addresses of calendars. */
@ApplicationScoped
public class CalendarAddressRepository {
    private static final String LIST = """
            select c.organisation_id, o.name, a.created_at, a.last_used
              from (select null::bigint as organisation_id
                    union select organisation_id from member where account_id = :account
                    union select organisation_id from calendar_address where account_id = :account and revoked_at is null) c
              left join organisation o on o.id = c.organisation_id
              left join calendar_address a on a.account_id = :account and a.organisation_id is not distinct from c.organisation_id and a.revoked_at is null
             order by o.name nulls first, c.organisation_id
            """;
    private static final String LOCK = "select id from account where id = :account for no key update";
    private static final String REVOKE = """
            update calendar_address set revoked_at = greatest(created_at, :now)
             where account_id = :account and organisation_id is not distinct from cast(:organisation as bigint) and revoked_at is null
            """;
    private static final String REVOKE_ALL = """
            update calendar_address set revoked_at = greatest(created_at, :now) where account_id = :account and revoked_at is null
            """;
    private static final String ADD = """
            insert into calendar_address (account_id, organisation_id, token_hash, created_at) values (:account, :organisation, :hash, :now)
            """;
    private static final String FIND = """
            select c.id, c.account_id, c.organisation_id, o.name, c.last_used
              from calendar_address c left join organisation o on o.id = c.organisation_id
             where c.token_hash = :hash and c.revoked_at is null
            """;
    private static final String USED = "update calendar_address set last_used = :today where id = :id";

    @Inject
    EntityManager entityManager;

    /** Whose calendar an address is, and of which organisation (null: all). */
    record Owner(long id, long accountId, Long organisationId, String organisation, LocalDate lastUsed) {}

    /** Every calendar that the account may have, and those it still has of organisations it left. */
    List<CalendarAddress> list(Account account) {
        Stream<?> rows = entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("account", account.id)
                .getResultStream();
        return rows.map(row -> address((Tuple) row)).toList();
    }

    /** Gives a calendar a new address; the one it had ends. */
    void replace(Account account, Long organisation, byte[] hash, Instant now) {
        entityManager
                .createNativeQuery(LOCK)
                .setParameter("account", account.id)
                .getSingleResult();
        revoke(account, organisation, now);
        of(ADD, account.id, now)
                .setParameter("organisation", organisation)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    void revoke(Account account, Long organisation, Instant now) {
        of(REVOKE, account.id, now).setParameter("organisation", organisation).executeUpdate();
    }

    /** Who is forgotten reads no calendar any more. */
    void forget(@Observes PersonForgotten person) {
        revokeAll(person.accountId(), person.at());
    }

    void revokeAll(long account, Instant now) {
        of(REVOKE_ALL, account, now).executeUpdate();
    }

    /** The owner of the address that has this hash and has not ended. */
    Optional<Owner> find(byte[] hash) {
        Stream<?> rows = entityManager
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("hash", hash)
                .getResultStream();
        return rows.map(row -> owner((Tuple) row)).findFirst();
    }

    /** Notes the day, once a day. */
    void used(Owner owner, LocalDate today) {
        if (today.equals(owner.lastUsed())) return;
        entityManager
                .createNativeQuery(USED)
                .setParameter("today", today)
                .setParameter("id", owner.id())
                .executeUpdate();
    }

    private Query of(String sql, long account, Instant now) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("account", account)
                .setParameter("now", now);
    }

    private static CalendarAddress address(Tuple row) {
        return new CalendarAddress(
                row.get(0, Long.class), row.get(1, String.class), row.get(2, Instant.class), day(row, 3));
    }

    private static Owner owner(Tuple row) {
        return new Owner(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, String.class),
                day(row, 4));
    }

    private static LocalDate day(Tuple row, int column) {
        return row.get(column) instanceof Date date ? date.toLocalDate() : row.get(column, LocalDate.class);
    }
}
