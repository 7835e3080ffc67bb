package fr.terrain.portal;

import fr.terrain.http.Bbox;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads the parameters of the API into a query; every refusal is 400 and names the parameter. */
@ApplicationScoped
public class SiteQuestion {
    static final int MOST_CAPACITY = 100;
    private static final TreeSet<String> KNOWN = new TreeSet<>(Set.of(
            "bbox",
            "polygon",
            "near",
            "radius",
            "q",
            "category",
            "theme",
            "equipment",
            "constraint",
            "without",
            "commune",
            "indoor",
            "capacity",
            "free",
            "duration",
            "sort",
            "facets",
            "limit",
            "after"));

    @Inject
    Vocabulary vocabulary;

    @Inject
    WordingRepository wordings;

    @Inject
    Clock clock;

    SiteQuery read(MultivaluedMap<String, String> given) {
        for (String name : given.keySet()) if (!KNOWN.contains(name)) throw GivenParameters.unknown(name, KNOWN);
        return new SiteQuery(area(given), wordings.read("q", one(given, "q")), kinds(given), needs(given));
    }

    private Area area(MultivaluedMap<String, String> given) {
        String bbox = one(given, "bbox");
        String polygon = one(given, "polygon");
        String near = one(given, "near");
        int metres = GivenParameters.whole("radius", one(given, "radius"), 1, Area.FARTHEST, Area.USUAL_METRES);
        if (near == null && one(given, "radius") != null)
            throw Problem.badInput("radius", "Donnez aussi le point autour duquel chercher (near).");
        return new Area(
                bbox == null ? null : Bbox.parse("bbox", bbox),
                polygon == null ? null : Area.polygon("polygon", polygon),
                near == null ? null : Area.Near.parse("near", near, metres),
                vocabulary.commune(one(given, "commune")));
    }

    private Kinds kinds(MultivaluedMap<String, String> given) {
        return new Kinds(
                many(given, "category").stream().map(this::category).toList(),
                many(given, "theme").stream()
                        .flatMap(code -> theme(code).stream())
                        .distinct()
                        .toList(),
                known(
                        "equipment",
                        many(given, "equipment"),
                        vocabulary.equipment().keySet()),
                known(
                        "constraint",
                        many(given, "constraint"),
                        vocabulary.constraints().keySet()),
                known(
                        "without",
                        many(given, "without"),
                        vocabulary.constraints().keySet()));
    }

    private Needs needs(MultivaluedMap<String, String> given) {
        String free = one(given, "free");
        String capacity = one(given, "capacity");
        Integer duration = duration(one(given, "duration"));
        return new Needs(
                flag("indoor", one(given, "indoor")),
                capacity == null ? null : GivenParameters.whole("capacity", capacity, 1, MOST_CAPACITY, 1),
                stay(free, duration),
                duration);
    }

    private Stay stay(String free, Integer duration) {
        if (duration == null) return free == null ? null : Stay.parse("free", free);
        return free == null ? Stay.ahead(LocalDate.now(clock)) : Stay.window("free", free);
    }

    private static Integer duration(String given) {
        if (given == null) return null;
        if (!given.matches("P[0-9]{1,3}D"))
            throw Problem.badInput("duration", "Donnez un nombre de jours, comme P14D.");
        return GivenParameters.whole("duration", given.substring(1, given.length() - 1), 1, Stay.LONGEST, 1);
    }

    static Boolean flag(String name, String given) {
        if (given == null) return null;
        if (!given.equals("true") && !given.equals("false")) throw Problem.badInput(name, "Donnez true ou false.");
        return given.equals("true");
    }

    private static List<String> known(String name, List<String> codes, Set<String> known) {
        for (String code : codes) if (!known.contains(code)) throw Problem.badInput(name, "Cette valeur n’existe pas.");
        return codes;
    }

    private String category(String code) {
        if (!vocabulary.isCategory(code)) throw Problem.badInput("category", "Cette catégorie n’existe pas.");
        return code;
    }

    private List<String> theme(String code) {
        List<String> themes = vocabulary.themesOf(code);
        if (themes.isEmpty()) throw Problem.badInput("theme", "Ce thème n’existe pas.");
        return themes;
    }

    static String one(MultivaluedMap<String, String> given, String name) {
        List<String> values = many(given, name);
        if (values.size() > 1) throw Problem.badInput(name, "Donnez ce paramètre une seule fois.");
        return values.isEmpty() ? null : values.getFirst();
    }

    private static List<String> many(MultivaluedMap<String, String> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 60) throw Problem.badInput(name, "Donnez 60 valeurs au plus.");
        for (String value : values) {
            if (value.chars().anyMatch(Character::isISOControl))
                throw Problem.badInput(name, "Retirez les caractères de contrôle.");
        }
        return values;
    }
}
