package fr.terrain.portal;

import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the address of a page may carry of a search; anything else in it is left aside. */
final class SearchGiven {
    private static final int MOST_CODES = 60;
    private static final Set<String> SEVERAL = Set.of("famille", "theme", "equipement", "contrainte");

    private SearchGiven() {}

    static SearchForm form(UriInfo uri) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (String name : SearchForm.NAMES) {
            List<String> values = values(uri, name);
            if (!values.isEmpty()) form.put(name, SEVERAL.contains(name) ? values : values.subList(0, 1));
        }
        return new SearchForm(form, Pager.number(uri.getQueryParameters().getFirst("page")));
    }

    private static List<String> values(UriInfo uri, String name) {
        List<String> values = uri.getQueryParameters().getOrDefault(name, List.of());
        if (values.size() > MOST_CODES)
            throw Problem.badInput(name, "Choisissez %d valeurs au plus.".formatted(MOST_CODES));
        for (String value : values)
            if (value.chars().anyMatch(Character::isISOControl))
                throw Problem.badInput(name, "Retirez les caractères de contrôle.");
        return values.stream().filter(value -> !value.isBlank()).distinct().toList();
    }
}
