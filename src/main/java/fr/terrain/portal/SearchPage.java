package fr.terrain.portal;

import fr.terrain.http.French;
import fr.terrain.http.Pager;
import java.math.BigDecimal;
import java.util.List;

/** What the search page shows: the form as given, its facets, the results of one page, and what to widen when there are none. */
public record SearchPage(
        SearchForm form,
        Stay stay,
        List<FieldError> errors,
        String corrected,
        Facets facets,
        List<SiteSearch.CommuneCount> communes,
        List<Active> actives,
        List<Result> results,
        List<Wider> widen,
        List<Alternatives.Alternative> alternatives,
        Pager pager,
        List<WeekStrip.Label> axis,
        String featuresHref) {

    /** A field of the form that cannot be used as given, and what to do. */
    public record FieldError(String field, String words) {}

    /** The choices of each facet; a constraint's choice leaves out the sites that have it. */
    public record Facets(List<Facet> families, List<Facet> themes, List<Facet> equipment, List<Facet> constraints) {}

    /** A choice of a facet, with how many sites it would give. */
    public record Facet(String code, String label, int count, boolean checked) {}

    /** A condition in force, and the address of the same search without it. */
    public record Active(String label, String href) {}

    /** A way out of an empty result: one condition less, and how many sites that gives. */
    public record Wider(String label, int count, String href) {
        public String countWords() {
            return counted(count);
        }
    }

    /** One site of the list, with its weeks and when it can be had. */
    public record Result(SiteSearch.Hit site, WeekStrip strip, Window window) {
        /** What the sheet needs to show the first window found; empty when none is looked for. */
        public String dates() {
            Stay found = site.firstFree();
            return found == null ? "" : "?du=" + found.first() + "&au=" + found.last();
        }
    }

    /** "55 terrains", "1 terrain", "Aucun terrain". */
    public String countWords() {
        return counted(pager.total());
    }

    /** The question in words: " pour « qualité de l’eau » du 3 au 24 mai 2027". */
    public String question() {
        String words = form.q().isBlank() ? "" : " pour « " + form.q().strip() + " »";
        return words + (stay == null || form.has("duree") ? "" : " " + stay.words());
    }

    public String emptyTitle() {
        return "Aucun terrain" + question();
    }

    public boolean narrowed() {
        return !actives.isEmpty();
    }

    /** The words of the error of a field, or null. */
    public String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::words)
                .findFirst()
                .orElse(null);
    }

    private static String counted(int count) {
        if (count == 0) return "Aucun terrain";
        return French.quantity(BigDecimal.valueOf(count)) + (count == 1 ? " terrain" : " terrains");
    }
}
