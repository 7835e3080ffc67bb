package fr.terrain.portal;

import fr.terrain.http.Address;
import fr.terrain.http.ProblemException;
import fr.terrain.portal.SearchPage.FieldError;
import java.util.List;

/** What the visitor gave in the search page, as typed; it makes the addresses of the same search with something changed. */
public record SearchForm(
        String q,
        List<String> famille,
        List<String> theme,
        String commune,
        String du,
        String au,
        String zone,
        int page) {

    /** The days looked for, null when none are; what cannot be used is told in errors. */
    Stay stay(List<FieldError> errors) {
        if (du.isBlank() && au.isBlank()) return null;
        if (du.isBlank()) errors.add(new FieldError("du", "Choisissez aussi le premier jour."));
        if (au.isBlank()) errors.add(new FieldError("au", "Choisissez aussi le dernier jour."));
        if (du.isBlank() || au.isBlank()) return null;
        try {
            return Stay.of(Stay.day("du", du), Stay.day("au", au), "au");
        } catch (ProblemException wrong) {
            errors.add(new FieldError(
                    (String) wrong.problem().more().get("field"),
                    wrong.problem().detail()));
            return null;
        }
    }

    /** The address of the page of this search. */
    public String href() {
        return new Address("/")
                .with("q", q)
                .with("famille", famille)
                .with("theme", theme)
                .with("commune", commune)
                .with("du", du)
                .with("au", au)
                .with("zone", zone)
                .withPage(page)
                .toString();
    }

    /** What a sheet needs to show the same dates. */
    public String dates() {
        return new Address("").with("du", du).with("au", au).query();
    }

    SearchForm withPage(int number) {
        return new SearchForm(q, famille, theme, commune, du, au, zone, number);
    }

    SearchForm withoutWords() {
        return new SearchForm("", famille, theme, commune, du, au, zone, 1);
    }

    SearchForm withoutFamily(String code) {
        return new SearchForm(q, without(famille, code), theme, commune, du, au, zone, 1);
    }

    SearchForm withoutTheme(String code) {
        return new SearchForm(q, famille, without(theme, code), commune, du, au, zone, 1);
    }

    SearchForm withoutCommune() {
        return new SearchForm(q, famille, theme, "", du, au, zone, 1);
    }

    SearchForm withoutDates() {
        return new SearchForm(q, famille, theme, commune, "", "", zone, 1);
    }

    SearchForm withoutZone() {
        return new SearchForm(q, famille, theme, commune, du, au, "", 1);
    }

    private static List<String> without(List<String> codes, String code) {
        return codes.stream().filter(other -> !other.equals(code)).toList();
    }
}
