package fr.terrain.site;

import fr.terrain.http.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/** Which codes, communes, organisations and price grids a site may name, and how they are called. */
@ApplicationScoped
public class SiteCodeRepository {
    private static final String UNKNOWN = """
            select 'identity.category', i->>'category' from (select cast(:content as jsonb)->'identity' as i) g
             where i->>'category' not in (select code from category)
            union all select 'identity.themes', t from jsonb_array_elements_text(cast(:content as jsonb)->'identity'->'themes') t
             where t not in (select code from theme)
            union all select 'place.constraints', c from jsonb_array_elements_text(cast(:content as jsonb)->'place'->'constraints') c
             where c not in (select code from constraint_code)
            union all select 'place.insee', p->>'insee' from (select cast(:content as jsonb)->'place' as p) g
             where p->>'insee' <> '' and p->>'insee' not in (select insee from commune)
            union all select 'parties', x->>'organisationId' from jsonb_array_elements(cast(:content as jsonb)->'parties') x
             where cast(x->>'organisationId' as bigint) not in (select id from organisation)
            union all select 'spaces', x->>'tariffId' from jsonb_array_elements(cast(:content as jsonb)->'spaces') x
             where cast(x->>'tariffId' as bigint) not in (select id from tariff)
            """;
    private static final String CATEGORIES = "select code, label from category order by position";
    private static final String THEMES =
            "select t.code, t.label from theme t join theme_family f on f.code = t.family order by f.position, plain_text(t.label)";
    private static final String CONSTRAINTS = "select code, label from constraint_code order by plain_text(label)";
    private static final String COMMUNES = "select insee, name from commune order by plain_text(name)";
    private static final String GRANTORS = """
            select cast(o.id as text), o.name from organisation o where o.verified_at is not null order by plain_text(o.name), o.id
            """;
    private static final String TARIFFS = """
            select cast(id as text), name || ', ' || deliberation from tariff where organisation_id = :organisation order by plain_text(name), id
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    com.fasterxml.jackson.databind.ObjectMapper json;

    /** A code and how it is called. */
    public record Code(String code, String label) {}

    /** Notes what the content names and does not exist. */
    void check(SiteContent content, Faults faults) {
        for (Code unknown : codes(UNKNOWN, "content", json.valueToTree(content).toString()))
            faults.add(
                    unknown.code(),
                    "« %s » n’existe pas : choisissez une des réponses proposées.".formatted(unknown.label()));
    }

    public List<Code> listCategories() {
        return codes(CATEGORIES);
    }

    public List<Code> listThemes() {
        return codes(THEMES);
    }

    public List<Code> listConstraints() {
        return codes(CONSTRAINTS);
    }

    public List<Code> listCommunes() {
        return codes(COMMUNES);
    }

    /** The organisations that may grant a site: those whose identity was checked. */
    public List<Code> listGrantors() {
        return codes(GRANTORS);
    }

    /** The price grids of an organisation. */
    public List<Code> listTariffs(long organisation) {
        return codes(TARIFFS, "organisation", organisation);
    }

    private List<Code> codes(String sql, Object... named) {
        jakarta.persistence.Query query = entityManager.createNativeQuery(sql, Tuple.class);
        for (int i = 0; i < named.length; i += 2) query.setParameter((String) named[i], named[i + 1]);
        return ((List<?>) query.getResultList())
                .stream()
                        .map(row -> (Tuple) row)
                        .map(row -> new Code(row.get(0, String.class), row.get(1, String.class)))
                        .toList();
    }
}
