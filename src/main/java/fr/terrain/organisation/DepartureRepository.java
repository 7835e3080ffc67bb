package fr.terrain.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** All SQL that takes a person out of every organisation at once. */
@ApplicationScoped
public class DepartureRepository {
    private static final String LEAVE = """
            with gone as (
              delete from member m where m.account_id = :account
                 and (not 'manage_members' = any (m.capabilities)
                   or exists (select from member other where other.organisation_id = m.organisation_id and other.account_id <> m.account_id
                               and 'manage_members' = any (other.capabilities)))
              returning m.organisation_id)
            insert into organisation_event (organisation_id, kind, account_id, subject_id, occurred_at)
            select organisation_id, 'REMOVED', :by, :account, :now from gone
            """;
    private static final String END_INVITATIONS = """
            with ended as (
              update invitation i set revoked_at = :now, revoked_by = :by, version = version + 1
               where i.invited_by = :account and i.accepted_at is null and i.revoked_at is null
                 and exists (select from member m where m.organisation_id = i.organisation_id)
                 and not exists (select from member m where m.organisation_id = i.organisation_id and m.account_id = :account)
              returning i.organisation_id, i.id)
            insert into organisation_event (organisation_id, kind, account_id, invitation_id, occurred_at)
            select organisation_id, 'INVITATION_REVOKED', :by, id, :now from ended
            """;
    private static final String NO_LONGER_REPRESENTS = """
            update representative set account_id = null, valid_until = greatest(valid_from, cast(:yesterday as date))
             where account_id = :account and (valid_until is null or valid_until > :yesterday)
            """;
    private static final String FORGET_REPRESENTATIVE = "delete from representative where account_id = :account";
    private static final String FORGET_INVITATIONS = """
            update invitation set email = null, version = version + 1,
                   revoked_at = case when accepted_at is null then coalesce(revoked_at, :now) end,
                   revoked_by = case when accepted_at is null then coalesce(revoked_by, :by) end
             where lower(email) = lower(:email)
            """;

    private static final String FORGET_CONTACT = """
            update organisation set contact = null, version = version + 1 where lower(contact) = lower(:email)
            """;

    @Inject
    EntityManager entityManager;

    /** Ends every membership, but that of a manager who is alone: an organisation keeps one, even one that nobody can be any more; and what who is gone had invited to. */
    public void leaveAll(long account, long by, Instant now) {
        for (String sql : List.of(LEAVE, END_INVITATIONS))
            entityManager
                    .createNativeQuery(sql)
                    .setParameter("account", account)
                    .setParameter("by", by)
                    .setParameter("now", now)
                    .executeUpdate();
    }

    /**
     * The person signs for nobody from this day on.
     *
     * @param keepName whether a convention was signed in that name: then it stays, as that of somebody who represented
     */
    public void endRepresentation(long account, boolean keepName, LocalDate today) {
        if (keepName)
            entityManager
                    .createNativeQuery(NO_LONGER_REPRESENTS)
                    .setParameter("account", account)
                    .setParameter("yesterday", today.minusDays(1))
                    .executeUpdate();
        else
            entityManager
                    .createNativeQuery(FORGET_REPRESENTATIVE)
                    .setParameter("account", account)
                    .executeUpdate();
    }

    /** Takes an address out of every invitation, of which one that is still open ends, and out of what organisations show. */
    public void forgetAddress(String email, long by, Instant now) {
        entityManager
                .createNativeQuery(FORGET_INVITATIONS)
                .setParameter("email", email)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
        entityManager
                .createNativeQuery(FORGET_CONTACT)
                .setParameter("email", email)
                .executeUpdate();
    }
}
