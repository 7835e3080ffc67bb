package fr.terrain.account;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** All SQL on accounts. */
@ApplicationScoped
public class AccountRepository implements PanacheRepository<Account> {
    private static final String MEET = """
            insert into account (subject, name, email) values (:subject, :name, :email)
            on conflict (subject) do update set name = excluded.name, email = excluded.email
             where (account.name, account.email) is distinct from (excluded.name, excluded.email)
            """;

    /** The account of a signed-in person, made at the first visit and kept up to date with what the identity says. */
    @Transactional
    public Account meet(String subject, String name, String email) {
        getEntityManager()
                .createNativeQuery(MEET)
                .setParameter("subject", subject)
                .setParameter("name", name)
                .setParameter("email", email)
                .executeUpdate();
        return findBySubject(subject).orElseThrow();
    }

    public Optional<Account> findBySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }
}
