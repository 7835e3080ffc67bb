package fr.terrain.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.organisation.OrganisationEvent.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The append-only trail of organisations: each row files itself for the mail in the same transaction. */
@ApplicationScoped
public class OrganisationEventRepository {
    private static final String APPEND = """
            insert into organisation_event (organisation_id, kind, account_id, subject_id, invitation_id, detail, occurred_at)
            values (:organisation, :kind, :account, cast(:subject as bigint), cast(:invitation as bigint), cast(:detail as jsonb), :at)
            """;
    private static final String EVENTS = """
            select e.id, e.organisation_id, e.kind, b.name as by, s.name as about, e.invitation_id, case when :addresses then i.email end,
                   cast(e.detail as text), e.occurred_at
              from organisation_event e
              left join account b on b.id = e.account_id
              left join account s on s.id = e.subject_id
              left join invitation i on i.id = e.invitation_id
            """;
    private static final String LIST =
            EVENTS + " where e.organisation_id = :organisation order by e.id desc limit :limit";
    private static final String FIND = EVENTS + " where e.id = :id";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EntityManager entityManager;

    /** What is about to be written: whom it concerns, which invitation, what else is told; codes and days, never a name. */
    record Fact(Kind kind, Long subject, Long invitation, Map<String, String> detail) {
        static Fact of(Kind kind) {
            return new Fact(kind, null, null, Map.of());
        }

        static Fact about(Kind kind, long subject, Map<String, String> detail) {
            return new Fact(kind, subject, null, detail);
        }

        static Fact of(Kind kind, long invitation) {
            return new Fact(kind, null, invitation, Map.of());
        }
    }

    void append(long organisation, Fact fact, long by, Instant now) {
        entityManager
                .createNativeQuery(APPEND)
                .setParameter("organisation", organisation)
                .setParameter("kind", fact.kind().name())
                .setParameter("account", by)
                .setParameter("subject", fact.subject())
                .setParameter("invitation", fact.invitation())
                .setParameter("detail", json(fact.detail()))
                .setParameter("at", now)
                .executeUpdate();
    }

    /**
     * What happened last to an organisation, newest first.
     *
     * @param addresses whether to tell the addresses that invitations went to: they are for who manages the members
     */
    @SuppressWarnings("unchecked")
    public List<OrganisationEvent> list(long organisation, boolean addresses, int most) {
        return entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("addresses", addresses)
                .setParameter("limit", most)
                .getResultStream()
                .map(row -> event((Tuple) row))
                .toList();
    }

    /** The event that {@code event_pending} names with source {@code organisation}. */
    @SuppressWarnings("unchecked")
    public Optional<OrganisationEvent> find(long id) {
        return entityManager
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("addresses", true)
                .setParameter("id", id)
                .getResultStream()
                .map(row -> event((Tuple) row))
                .findFirst();
    }

    private static OrganisationEvent event(Tuple row) {
        return new OrganisationEvent(
                row.get(0, Long.class),
                row.get(1, Long.class),
                Kind.valueOf(row.get(2, String.class)),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, Long.class),
                row.get(6, String.class),
                detail(row.get(7, String.class)),
                row.get(8, Instant.class));
    }

    private static String json(Map<String, String> detail) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(detail));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> detail(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
