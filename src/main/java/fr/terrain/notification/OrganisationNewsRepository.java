package fr.terrain.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What the mails need to know of what happens to an organisation. */
@ApplicationScoped
public class OrganisationNewsRepository {
    private static final String EVENT = """
            select kind, organisation_id, organisation, refusal, account_id, by, subject_id, about, invitation_id, invited, expires_at, absent_id,
                   first_day, last_day
              from told_organisation_event where id = :event
            """;
    private static final String MEMBERS =
            "select account_id, name, email, capabilities from members_of(cast(:organisation as bigint))";
    private static final String ACCOUNT =
            "select id, name, email, cast('{}' as text[]) from account where id = :account";

    @Inject
    EntityManager entityManager;

    /** What happened, by whom and about whom; what does not apply is null. */
    record News(
            String kind,
            long organisationId,
            String organisation,
            String refusal,
            Long doer,
            String by,
            Long subject,
            String about,
            Long invitation,
            String invited,
            Instant expires,
            Long absent,
            LocalDate firstDay,
            LocalDate lastDay) {}

    /** Somebody to tell. */
    record Reachable(long account, String name, String address, List<String> capabilities) {
        boolean may(String capability) {
            return capabilities.contains(capability);
        }
    }

    News get(long event) {
        Tuple row = (Tuple) entityManager
                .createNativeQuery(EVENT, Tuple.class)
                .setParameter("event", event)
                .getSingleResult();
        return new News(
                row.get(0, String.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, Long.class),
                row.get(5, String.class),
                row.get(6, Long.class),
                row.get(7, String.class),
                row.get(8, Long.class),
                row.get(9, String.class),
                row.get(10, Instant.class),
                row.get(11, Long.class),
                row.get(12, LocalDate.class),
                row.get(13, LocalDate.class));
    }

    /** The members of an organisation; of the operator of the platform, when it is null. */
    List<Reachable> listMembers(Long organisation) {
        return list(MEMBERS, "organisation", organisation);
    }

    List<Reachable> listAccount(Long account) {
        return account == null ? List.of() : list(ACCOUNT, "account", account);
    }

    private List<Reachable> list(String sql, String parameter, Long value) {
        return entityManager
                .createNativeQuery(sql, Tuple.class)
                .setParameter(parameter, value)
                .getResultStream()
                .map(row -> reachable((Tuple) row))
                .toList();
    }

    private static Reachable reachable(Tuple row) {
        return new Reachable(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                Arrays.asList(row.get(3, String[].class)));
    }
}
