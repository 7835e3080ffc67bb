package fr.terrain.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.terrain.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All SQL on the verifications that took place. */
@ApplicationScoped
public class AuditRunRepository {
    private static final String ADD = """
            insert into audit_run (ran_at, took_ms, account_id, chains, events, seals, faults, findings)
            values (:at, :took, :account, :chains, :events, :seals, :faults, cast(:findings as jsonb))
            """;
    private static final String LAST = """
            select r.ran_at, a.name, r.chains, r.events, r.seals, r.faults, cast(r.findings as text)
              from audit_run r left join account a on a.id = r.account_id order by r.id desc limit 1
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    EntityManager entityManager;

    @Transactional
    void add(AuditReport report, Account by) {
        entityManager
                .createNativeQuery(ADD)
                .setParameter("at", report.at())
                .setParameter("took", report.took().toMillis())
                .setParameter("account", by == null ? null : by.id)
                .setParameter("chains", report.chains())
                .setParameter("events", report.events())
                .setParameter("seals", report.seals())
                .setParameter("faults", report.faults())
                .setParameter(
                        "findings",
                        written(report.findings().stream().map(Finding::words).toList()))
                .executeUpdate();
    }

    public Optional<AuditRun> findLast() {
        return entityManager
                .createNativeQuery(LAST, Tuple.class)
                .getResultStream()
                .map(row -> run((Tuple) row))
                .findFirst();
    }

    private static AuditRun run(Tuple row) {
        return new AuditRun(
                row.get(0, Instant.class),
                row.get(1, String.class),
                row.get(2, Long.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class),
                read(row.get(6, String.class)));
    }

    private static String written(List<String> findings) {
        try {
            return JSON.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> read(String findings) {
        try {
            return JSON.readValue(findings, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
