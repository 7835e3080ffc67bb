package fr.terrain.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All SQL on accounts. */
@ApplicationScoped
public class AccountRepository implements PanacheRepository<Account> {
    private static final String MEET = """
            insert into account (subject, name, email) values (:subject, :name, :email)
            on conflict (subject) do update set name = excluded.name, email = excluded.email
            """;

    private static final String KNOWN = """
            select a.* from account a where a.forgotten_at is null
            """;
    private static final String SEARCH = KNOWN + """
               and (position(plain_text(:words) in plain_text(a.name)) > 0 or position(lower(:words) in lower(a.email)) > 0)
             order by a.name, a.id limit :limit
            """;
    private static final String LOCK = KNOWN + " and a.id = :id for update";
    private static final String FORGET = """
            update account set subject = 'forgotten:' || gen_random_uuid(), name = 'Personne effacée', email = null, forgotten_at = :now
             where id = :id and forgotten_at is null
            """;

    /**
     * The account of a signed-in person, made at the first visit and kept up to date with what the identity says. It is written only when something
     * is new: an upsert would lock the row at every call, and whoever works in two windows would wait for himself.
     */
    @Transactional
    public Account meet(String subject, String name, String email) {
        Optional<Account> known = findBySubject(subject);
        if (known.isPresent() && known.get().isCalled(name, email)) return known.get();
        getEntityManager()
                .createNativeQuery(MEET)
                .setParameter("subject", subject)
                .setParameter("name", name)
                .setParameter("email", email)
                .executeUpdate();
        Account met = findBySubject(subject).orElseThrow();
        getEntityManager().refresh(met);
        return met;
    }

    public Optional<Account> findBySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    /** Those whose name or address holds these words, accents and case ignored; nobody who was forgotten. */
    @SuppressWarnings("unchecked")
    public List<Account> search(String words, int limit) {
        return getEntityManager()
                .createNativeQuery(SEARCH, Account.class)
                .setParameter("words", words)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** The account, held until the transaction ends, unless it was forgotten. */
    @SuppressWarnings("unchecked")
    public Optional<Account> lockKnown(long id) {
        return getEntityManager()
                .createNativeQuery(LOCK, Account.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Leaves nothing of the person but that somebody was there: whoever signs in as them later is new. */
    public void forget(long id, Instant now) {
        getEntityManager()
                .createNativeQuery(FORGET)
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        getEntityManager().clear();
    }
}
