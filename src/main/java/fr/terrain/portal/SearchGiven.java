package fr.terrain.portal;

import fr.terrain.http.Pager;
import fr.terrain.http.Problem;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** What the address of a page may carry of a search; anything else in it is left aside. */
public class SearchGiven {
    private static final int MOST_CODES = 20;

    @RestQuery
    String q;

    @RestQuery
    List<String> famille;

    @RestQuery
    List<String> theme;

    @RestQuery
    String commune;

    @RestQuery
    String du;

    @RestQuery
    String au;

    @RestQuery
    String zone;

    @RestQuery
    String page;

    SearchForm form() {
        return new SearchForm(
                text("q", q),
                codes("famille", famille),
                codes("theme", theme),
                text("commune", commune),
                text("du", du),
                text("au", au),
                text("zone", zone),
                Pager.number(page));
    }

    private static String text(String name, String value) {
        if (value == null) return "";
        if (value.chars().anyMatch(Character::isISOControl))
            throw Problem.badInput(name, "Retirez les caractères de contrôle.");
        return value;
    }

    private static List<String> codes(String name, List<String> values) {
        if (values == null) return List.of();
        if (values.size() > MOST_CODES)
            throw Problem.badInput(name, "Choisissez %d valeurs au plus.".formatted(MOST_CODES));
        return values.stream().map(value -> text(name, value)).distinct().toList();
    }
}
