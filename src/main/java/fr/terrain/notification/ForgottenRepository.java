package fr.terrain.notification;

import fr.terrain.account.PersonForgotten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Takes a person who is forgotten out of the mail: their own messages keep neither name, address nor words, those to others no longer name them. */
@ApplicationScoped
public class ForgottenRepository {
    private static final String NOBODY = "Personne effacée";
    private static final String THEIRS = """
            update delivery set name = :nobody, address = null, words = null, html = null, summary = 'Texte effacé.', closed_by = coalesce(closed_by, account_id),
                   state = case when state in ('SENT', 'GATHERED') then state else 'ABANDONED' end
             where account_id = :account
            """;
    private static final String AT_THEIR_ADDRESS = """
            update delivery set name = :nobody, address = null, words = null, html = null, summary = 'Texte effacé.'
             where account_id is null and lower(address) = lower(:address) and state in ('SENT', 'ABANDONED')
            """;
    private static final String THEIR_NAME = """
            update delivery set words = replace(words, :name, :nobody), html = replace(html, :name, :nobody), summary = replace(summary, :name, :nobody)
             where position(:name in words) > 0 or position(:name in summary) > 0
            """;
    private static final String PREFERENCE = "delete from mail_preference where account_id = :account";

    @Inject
    EntityManager entityManager;

    void forget(@Observes PersonForgotten person) {
        entityManager
                .createNativeQuery(THEIRS)
                .setParameter("nobody", NOBODY)
                .setParameter("account", person.accountId())
                .executeUpdate();
        if (person.email() != null)
            entityManager
                    .createNativeQuery(AT_THEIR_ADDRESS)
                    .setParameter("nobody", NOBODY)
                    .setParameter("address", person.email())
                    .executeUpdate();
        for (String name : person.names())
            entityManager
                    .createNativeQuery(THEIR_NAME)
                    .setParameter("nobody", NOBODY)
                    .setParameter("name", name)
                    .executeUpdate();
        entityManager
                .createNativeQuery(PREFERENCE)
                .setParameter("account", person.accountId())
                .executeUpdate();
    }
}
