package fr.terrain.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** All SQL on how people want their mail. */
@ApplicationScoped
public class PreferenceRepository {
    private static final String FIND = "select rhythm from mail_preference where account_id = :account";
    private static final String CHOOSE = """
            insert into mail_preference (account_id, rhythm, updated_at) values (:account, :rhythm, :now)
            on conflict (account_id) do update set rhythm = excluded.rhythm, updated_at = excluded.updated_at
            """;

    @Inject
    EntityManager entityManager;

    /** What the account has chosen; at once until it has. */
    Rhythm of(long account) {
        Object code = entityManager
                .createNativeQuery(FIND)
                .setParameter("account", account)
                .getResultStream()
                .findFirst()
                .orElse(Rhythm.AT_ONCE.name());
        return Rhythm.valueOf(code.toString());
    }

    void choose(long account, Rhythm rhythm, Instant now) {
        entityManager
                .createNativeQuery(CHOOSE)
                .setParameter("account", account)
                .setParameter("rhythm", rhythm.name())
                .setParameter("now", now)
                .executeUpdate();
    }
}
