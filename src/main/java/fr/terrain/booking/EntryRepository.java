package fr.terrain.booking;

import fr.terrain.ParisClock;
import fr.terrain.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** For which sites an account may write a request down for somebody else: those that its organisation grants, every one for the staff of the operator. */
@ApplicationScoped
public class EntryRepository {
    private static final String SITES = """
            from public_site s
             where s.organisation_id in (select c.organisation_id from capabilities_at(cast(:today as date)) c
                                          where c.account_id = :account and 'instruct' = any (c.capabilities))
                or exists (select from organisation o join capabilities_at(cast(:today as date)) c on c.organisation_id = o.id
                            where o.operator and c.account_id = :account and 'keep_sites' = any (c.capabilities))
            """;
    private static final String LIST =
            "select slug, name from (select s.slug, s.name " + SITES + ") t order by plain_text(name), slug limit 1000";
    private static final String HAS = "select exists (select from (select s.slug " + SITES + ") t where slug = :slug)";
    private static final String HAS_ANY = "select exists (select " + SITES + ")";

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    /** A site to choose. */
    public record Choice(String slug, String name) {}

    @SuppressWarnings("unchecked")
    List<Choice> list(Account account) {
        return query(LIST, Tuple.class, account)
                .getResultStream()
                .map(row -> new Choice(((Tuple) row).get(0, String.class), ((Tuple) row).get(1, String.class)))
                .toList();
    }

    boolean mayEnter(String slug, Account account) {
        return (boolean)
                query(HAS, Boolean.class, account).setParameter("slug", slug).getSingleResult();
    }

    boolean mayEnter(Account account) {
        return (boolean) query(HAS_ANY, Boolean.class, account).getSingleResult();
    }

    private Query query(String sql, Class<?> result, Account account) {
        return entityManager
                .createNativeQuery(sql, result)
                .setParameter("account", account.id)
                .setParameter("today", LocalDate.now(clock.withZone(ParisClock.PARIS)));
    }
}
