package fr.terrain.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.TreeSet;

/** What an address of the API may carry after its question mark: a misspelt name must not pass for a wider question. */
public final class GivenParameters {
    private GivenParameters() {}

    /**
     * Lets these parameters in, each at most once and not empty.
     *
     * @throws ProblemException 400 naming the first that is not one of them
     */
    public static void only(UriInfo uri, String... names) {
        TreeSet<String> known = new TreeSet<>(List.of(names));
        uri.getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) throw unknown(name, known);
            if (values.size() > 1) throw Problem.badInput(name, "Donnez ce paramètre une seule fois.");
            if (values.getFirst().isBlank()) throw Problem.badInput(name, "Donnez une valeur à ce paramètre.");
        });
    }

    /** 400: there is no parameter of this name. */
    public static ProblemException unknown(String name, TreeSet<String> known) {
        String possible = known.isEmpty()
                ? "Cette adresse n’en prend aucun."
                : "Paramètres possibles : " + String.join(", ", known) + ".";
        return Problem.badInput(name, "Ce paramètre n’existe pas. " + possible);
    }
}
