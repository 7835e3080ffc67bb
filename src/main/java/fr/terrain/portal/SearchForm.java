package fr.terrain.portal;

import fr.terrain.http.Address;
import fr.terrain.http.ProblemException;
import fr.terrain.portal.SearchPage.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the visitor gave in the search page, as typed; it makes the addresses of the same search with something changed.
 *
 * @param given values by the name of their parameter, in the order of the address; a name without value is left out
 */
public record SearchForm(Map<String, List<String>> given, int page) {
    /** The parameters of a search, in the order of its address. */
    static final List<String> NAMES = List.of(
            "q",
            "famille",
            "theme",
            "equipement",
            "contrainte",
            "commune",
            "autour",
            "pres",
            "rayon",
            "zone",
            "du",
            "au",
            "duree",
            "capacite",
            "abri",
            "tri");

    public String one(String name) {
        return given.getOrDefault(name, List.of("")).getFirst();
    }

    public List<String> many(String name) {
        return given.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return !one(name).isBlank();
    }

    /** Whether a choice of several is made. */
    public boolean has(String name, String value) {
        return many(name).contains(value);
    }

    public String q() {
        return one("q");
    }

    public String commune() {
        return one("commune");
    }

    public String zone() {
        return one("zone");
    }

    public String du() {
        return one("du");
    }

    public String au() {
        return one("au");
    }

    /** The days looked for, null when none are; what cannot be used is told in errors. */
    Stay stay(List<FieldError> errors) {
        if (du().isBlank() && au().isBlank()) return null;
        if (du().isBlank()) errors.add(new FieldError("du", "Choisissez aussi le premier jour."));
        if (au().isBlank()) errors.add(new FieldError("au", "Choisissez aussi le dernier jour."));
        if (du().isBlank() || au().isBlank()) return null;
        try {
            Stay stay = Stay.window(Stay.day("du", du()), Stay.day("au", au()), "au");
            return has("duree") ? stay : Stay.of(stay.first(), stay.last(), "au");
        } catch (ProblemException wrong) {
            errors.add(new FieldError(
                    (String) wrong.problem().more().get("field"),
                    wrong.problem().detail()));
            return null;
        }
    }

    /** The address of the page of this search. */
    public String href() {
        Address address = new Address("/");
        NAMES.forEach(name -> address.with(name, many(name)));
        return address.withPage(page).toString();
    }

    /** What a sheet needs to show the same dates. */
    public String dates() {
        return has("duree")
                ? ""
                : new Address("").with("du", du()).with("au", au()).query();
    }

    SearchForm withPage(int number) {
        return new SearchForm(given, number);
    }

    /** From the first page on, without these parameters. */
    SearchForm without(String... names) {
        Map<String, List<String>> rest = new LinkedHashMap<>(given);
        for (String name : names) rest.remove(name);
        return new SearchForm(rest, 1);
    }

    /** From the first page on, without one of the choices of a parameter. */
    SearchForm withoutChoice(String name, String value) {
        Map<String, List<String>> rest = new LinkedHashMap<>(given);
        rest.put(name, many(name).stream().filter(other -> !other.equals(value)).toList());
        if (rest.get(name).isEmpty()) rest.remove(name);
        return new SearchForm(rest, 1);
    }
}
