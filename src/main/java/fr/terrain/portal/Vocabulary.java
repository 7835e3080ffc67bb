package fr.terrain.portal;

import fr.terrain.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the reference data by which sites are sorted; they change with a migration only, so they are read once. */
@ApplicationScoped
public class Vocabulary {
    private static final String CATEGORIES = "select code, family, family_label from category order by position, code";
    private static final String THEMES = """
            select t.code, f.code, f.label from theme t join theme_family f on f.code = t.family order by f.position, f.code, t.code
            """;

    private static final String EQUIPMENT = "select code, label from equipment_kind order by position, code";
    private static final String CONSTRAINTS =
            "select code, label from constraint_code order by plain_text(label), code";
    private static final String COMMUNES = "select insee from commune";

    @Inject
    EntityManager entityManager;

    private volatile Set<String> communes;
    private volatile List<Entry> categories;
    private volatile List<Entry> themes;
    private volatile Map<String, String> equipment;
    private volatile Map<String, String> constraints;

    /** A code, the family it belongs to, and what the family is called. */
    public record Entry(String code, String family, String familyLabel) {}

    /** The codes of a family of categories; none when there is no such family. */
    public List<String> categoriesOf(String family) {
        return codes(categories(), family);
    }

    /** The codes meant by a theme or by a family of themes; none when there is neither. */
    public List<String> themesOf(String code) {
        List<String> family = codes(themes(), code);
        if (!family.isEmpty()) return family;
        return themes().stream().map(Entry::code).filter(code::equals).toList();
    }

    public boolean isCategory(String code) {
        return categories().stream().anyMatch(entry -> entry.code().equals(code));
    }

    /** The INSEE code of a commune of the territory; null stays null.
     * @throws fr.terrain.http.ProblemException 400 when there is no such commune */
    public String commune(String insee) {
        if (communes == null)
            communes = Set.copyOf(entityManager.createNativeQuery(COMMUNES).getResultList());
        if (insee != null && !communes.contains(insee))
            throw Problem.badInput("commune", "Donnez le code Insee d’une commune du territoire, comme 13055.");
        return insee;
    }

    /** Families of categories by code, in the order of the pages. */
    public Map<String, String> categoryFamilies() {
        return families(categories());
    }

    /** Families of themes by code, in the order of the pages. */
    public Map<String, String> themeFamilies() {
        return families(themes());
    }

    /** Kinds of equipment by code, in the order of the pages. */
    public Map<String, String> equipment() {
        if (equipment == null) equipment = labels(EQUIPMENT);
        return equipment;
    }

    /** Constraints by code, in the order of their labels. */
    public Map<String, String> constraints() {
        if (constraints == null) constraints = labels(CONSTRAINTS);
        return constraints;
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> labels(String sql) {
        Map<String, String> labels = new LinkedHashMap<>();
        List<Tuple> rows = entityManager.createNativeQuery(sql, Tuple.class).getResultList();
        rows.forEach(row -> labels.put(row.get(0, String.class), row.get(1, String.class)));
        return labels;
    }

    private List<Entry> categories() {
        if (categories == null) categories = read(CATEGORIES);
        return categories;
    }

    private List<Entry> themes() {
        if (themes == null) themes = read(THEMES);
        return themes;
    }

    private static List<String> codes(List<Entry> entries, String family) {
        return entries.stream()
                .filter(entry -> entry.family().equals(family))
                .map(Entry::code)
                .toList();
    }

    private static Map<String, String> families(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(Entry::family, Entry::familyLabel, (a, b) -> a, LinkedHashMap::new));
    }

    @SuppressWarnings("unchecked")
    private List<Entry> read(String sql) {
        List<Tuple> rows = entityManager.createNativeQuery(sql, Tuple.class).getResultList();
        return rows.stream()
                .map(row -> new Entry(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class)))
                .toList();
    }
}
