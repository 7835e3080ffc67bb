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

    /**
     * The whole number that a parameter gives, or the usual one when it is not given.
     *
     * @throws ProblemException 400 naming it when it is not a whole number within these bounds
     */
    public static int whole(String name, String given, int least, int most, int usual) {
        if (given == null) return usual;
        if (given.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(given);
            if (number >= least && number <= most) return number;
        }
        throw Problem.badInput(name, "Donnez un nombre entier de %d à %d.".formatted(least, most));
    }

    /** 400: there is no parameter of this name. */
    public static ProblemException unknown(String name, TreeSet<String> known) {
        String possible = known.isEmpty()
                ? "Cette adresse n’en prend aucun."
                : "Paramètres possibles : " + String.join(", ", known) + ".";
        return Problem.badInput(name, "Ce paramètre n’existe pas. " + possible);
    }
}
