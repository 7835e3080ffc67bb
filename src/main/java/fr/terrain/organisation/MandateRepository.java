package fr.terrain.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All SQL on who may sign for an organisation. */
@ApplicationScoped
public class MandateRepository {
    private static final String REPRESENTATIVE = """
            select organisation_id, account_id, name, quality, delegation_act from representative
             where organisation_id = :organisation and (valid_from is null or valid_from <= :day) and (valid_until is null or valid_until >= :day)
             order by id limit 1
            """;
    private static final String LIST = """
            select id, account_id, name, quality, delegation_act, valid_from, valid_until from representative
             where organisation_id = :organisation order by id
            """;
    private static final String ADD = """
            insert into representative (organisation_id, account_id, name, quality, delegation_act, valid_from, valid_until)
            values (:organisation, cast(:account as bigint), :name, :quality, :act, cast(:from as date), cast(:until as date))
            """;
    private static final String END = """
            update representative set valid_until = :day
             where organisation_id = :organisation and id = :id and (valid_until is null or valid_until > :day)
               and (valid_from is null or valid_from <= :day)
            """;
    private static final String DROP =
            "delete from representative where organisation_id = :organisation and id = :id and valid_from > :day";

    @Inject
    EntityManager entityManager;

    /** Who signs on that day (Europe/Paris): of several, the one named first. */
    Optional<Representative> findRepresentative(long organisation, LocalDate day) {
        return entityManager
                .createNativeQuery(REPRESENTATIVE, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .getResultStream()
                .map(row -> representative((Tuple) row))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    List<Mandate> list(long organisation) {
        return entityManager
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("organisation", organisation)
                .getResultStream()
                .map(row -> mandate((Tuple) row))
                .toList();
    }

    /** Names a signatory; the identifier of the mandate is the database's. */
    void add(long organisation, Mandate mandate) {
        entityManager
                .createNativeQuery(ADD)
                .setParameter("organisation", organisation)
                .setParameter("account", mandate.accountId())
                .setParameter("name", mandate.name())
                .setParameter("quality", mandate.quality())
                .setParameter("act", mandate.delegationAct())
                .setParameter("from", mandate.validFrom())
                .setParameter("until", mandate.validUntil())
                .executeUpdate();
    }

    /** Makes this the last day of a mandate, or drops one that has not begun; whether there was one to end. */
    boolean end(long organisation, long id, LocalDate day) {
        return run(END, organisation, id, day) + run(DROP, organisation, id, day) > 0;
    }

    private int run(String sql, long organisation, long id, LocalDate day) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("organisation", organisation)
                .setParameter("id", id)
                .setParameter("day", day)
                .executeUpdate();
    }

    private static Representative representative(Tuple row) {
        return new Representative(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class));
    }

    private static Mandate mandate(Tuple row) {
        return new Mandate(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, LocalDate.class),
                row.get(6, LocalDate.class));
    }
}
