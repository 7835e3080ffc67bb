package fr.terrain.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/** Who of an organisation may be given some work. */
@ApplicationScoped
public class ColleagueRepository {
    private static final String WITH = """
            select a.id, a.name from member m join account a on a.id = m.account_id
             where m.organisation_id = :organisation and :capability = any (m.capabilities) order by a.name, a.id limit 200
            """;

    @Inject
    EntityManager entityManager;

    /** The members of an organisation who were given this, by name. */
    @SuppressWarnings("unchecked")
    public List<Colleague> listWith(long organisation, Capability capability) {
        List<Tuple> rows = entityManager
                .createNativeQuery(WITH, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("capability", capability.code())
                .getResultList();
        return rows.stream()
                .map(row -> new Colleague(row.get(0, Long.class), row.get(1, String.class)))
                .toList();
    }
}
