package fr.terrain.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All SQL on who is a member of what. */
@ApplicationScoped
public class MemberRepository {
    /** Two managers who go at once come one after the other; the foreign keys of others are not in the way. */
    private static final String LOCK = "select id from organisation where id = :organisation for no key update";

    private static final String MEMBERS = """
            select m.account_id, a.name, a.email, array_to_string(m.capabilities, ','), m.since, m.version
              from member m join account a on a.id = m.account_id where m.organisation_id = :organisation
            """;
    private static final String LIST = MEMBERS + " order by plain_text(a.name), m.account_id";
    private static final String FIND = MEMBERS + " and m.account_id = :account";
    private static final String HAS_OTHER_MANAGER = """
            select exists (select from member where organisation_id = :organisation and account_id <> :account
                            and 'manage_members' = any (capabilities))
            """;
    private static final String HAS_ANY = "select exists (select from member where organisation_id = :organisation)";
    private static final String ADD = """
            insert into member (organisation_id, account_id, capabilities, since)
            values (:organisation, :account, cast(:capabilities as text[]), :since)
            """;
    private static final String CHANGE = """
            update member set capabilities = cast(:capabilities as text[]), version = version + 1
             where organisation_id = :organisation and account_id = :account
            """;
    private static final String REMOVE =
            "delete from member where organisation_id = :organisation and account_id = :account";

    @Inject
    EntityManager entityManager;

    /** Keeps others from changing who manages this organisation until the transaction ends. */
    void lock(long organisation) {
        query(LOCK, organisation).getSingleResult();
    }

    @SuppressWarnings("unchecked")
    public List<Member> list(long organisation) {
        return tuples(LIST, organisation)
                .getResultStream()
                .map(row -> member((Tuple) row))
                .toList();
    }

    @SuppressWarnings("unchecked")
    public Optional<Member> find(long organisation, long account) {
        return tuples(FIND, organisation)
                .setParameter("account", account)
                .getResultStream()
                .map(row -> member((Tuple) row))
                .findFirst();
    }

    boolean hasOtherManager(long organisation, long account) {
        return (boolean) entityManager
                .createNativeQuery(HAS_OTHER_MANAGER)
                .setParameter("organisation", organisation)
                .setParameter("account", account)
                .getSingleResult();
    }

    boolean hasAny(long organisation) {
        return (boolean) entityManager
                .createNativeQuery(HAS_ANY)
                .setParameter("organisation", organisation)
                .getSingleResult();
    }

    void add(long organisation, long account, Set<Capability> capabilities, Instant since) {
        query(ADD, organisation)
                .setParameter("account", account)
                .setParameter("capabilities", Capability.array(capabilities))
                .setParameter("since", since)
                .executeUpdate();
    }

    void change(long organisation, long account, Set<Capability> capabilities) {
        query(CHANGE, organisation)
                .setParameter("account", account)
                .setParameter("capabilities", Capability.array(capabilities))
                .executeUpdate();
    }

    void remove(long organisation, long account) {
        query(REMOVE, organisation).setParameter("account", account).executeUpdate();
    }

    private Query query(String sql, long organisation) {
        return entityManager.createNativeQuery(sql).setParameter("organisation", organisation);
    }

    private Query tuples(String sql, long organisation) {
        return entityManager.createNativeQuery(sql, Tuple.class).setParameter("organisation", organisation);
    }

    private static Member member(Tuple row) {
        return new Member(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                Capability.setOf(row.get(3, String.class)),
                row.get(4, Instant.class),
                row.get(5, Integer.class));
    }
}
