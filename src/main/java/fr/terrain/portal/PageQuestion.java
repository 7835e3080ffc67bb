package fr.terrain.portal;

import fr.terrain.http.Address;
import fr.terrain.http.Bbox;
import fr.terrain.http.GivenParameters;
import fr.terrain.http.Problem;
import fr.terrain.portal.SearchPage.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what the search page was given into a query; a distance is in kilometres there. */
@ApplicationScoped
public class PageQuestion {
    private static final int METRES = 1000;

    @Inject
    Vocabulary vocabulary;

    @Inject
    WordingRepository wordings;

    @Inject
    PlaceRepository places;

    @Inject
    Clock clock;

    /** What the visitor can mend beside a field goes into errors.
     * @throws fr.terrain.http.ProblemException 400 naming the parameter, for what no form of ours sends */
    SiteQuery read(SearchForm form, List<FieldError> errors) {
        return new SiteQuery(area(form, errors), wordings.read("q", form.q()), kinds(form), needs(form, errors));
    }

    private Area area(SearchForm form, List<FieldError> errors) {
        boolean drawn = form.zone().contains(" ");
        return new Area(
                form.zone().isBlank() || drawn ? null : Bbox.parse("zone", form.zone()),
                drawn ? Area.polygon("zone", form.zone()) : null,
                near(form, errors),
                vocabulary.commune(form.has("commune") ? form.commune() : null));
    }

    private Area.Near near(SearchForm form, List<FieldError> errors) {
        int usual = Area.USUAL_METRES / METRES;
        int kilometres = whole(form, "rayon", Area.FARTHEST / METRES, usual);
        if (form.has("pres")) return Area.Near.parse("pres", form.one("pres"), kilometres * METRES);
        if (!form.has("autour")) return null;
        Optional<PlaceRepository.Named> place = places.find(form.one("autour"));
        if (place.isEmpty()) errors.add(new FieldError("autour", "Aucune commune ni aucun terrain ne porte ce nom."));
        return place.map(at -> new Area.Near(at.longitude(), at.latitude(), kilometres * METRES))
                .orElse(null);
    }

    private Kinds kinds(SearchForm form) {
        List<String> constraints = form.many("contrainte");
        Set<String> known = vocabulary.constraints().keySet();
        return new Kinds(
                form.many("famille").stream()
                        .flatMap(family -> some("famille", vocabulary.categoriesOf(family)))
                        .toList(),
                form.many("theme").stream()
                        .flatMap(theme -> some("theme", vocabulary.themesOf(theme)))
                        .toList(),
                among(
                        "equipement",
                        form.many("equipement"),
                        vocabulary.equipment().keySet()),
                among("contrainte", constraints.stream().filter(code -> !code.startsWith("-")), known),
                among(
                        "contrainte",
                        constraints.stream()
                                .filter(code -> code.startsWith("-"))
                                .map(code -> code.substring(1)),
                        known));
    }

    private Needs needs(SearchForm form, List<FieldError> errors) {
        Integer days = form.has("duree") ? (Integer) whole(form, "duree", Stay.LONGEST, 1) : null;
        Stay stay = form.stay(errors);
        String shelter = form.one("abri");
        if (!Set.of("", "interieur", "exterieur").contains(shelter))
            throw Problem.badInput("abri", "Choisissez une valeur de la liste.");
        return new Needs(
                shelter.isEmpty() ? null : (Boolean) shelter.equals("interieur"),
                form.has("capacite") ? (Integer) whole(form, "capacite", SiteQuestion.MOST_CAPACITY, 1) : null,
                days != null && stay == null ? Stay.ahead(LocalDate.now(clock)) : stay,
                days);
    }

    private static int whole(SearchForm form, String name, int most, int usual) {
        return GivenParameters.whole(name, form.has(name) ? form.one(name) : null, 1, most, usual);
    }

    private static Stream<String> some(String field, List<String> codes) {
        if (codes.isEmpty()) throw Problem.badInput(field, "Choisissez une valeur de la liste.");
        return codes.stream();
    }

    private static List<String> among(String field, List<String> codes, Set<String> known) {
        return among(field, codes.stream(), known);
    }

    private static List<String> among(String field, Stream<String> codes, Set<String> known) {
        return codes.peek(code -> {
                    if (!known.contains(code)) throw Problem.badInput(field, "Choisissez une valeur de la liste.");
                })
                .toList();
    }

    /** The same question to the API, for the map. */
    String features(SearchForm form, SiteQuery query) {
        Area area = query.area();
        Needs needs = query.needs();
        return new Address("/api/sites")
                .with("q", form.q())
                .with("category", query.kinds().categories())
                .with("theme", form.many("theme"))
                .with("equipment", query.kinds().equipment())
                .with("constraint", query.kinds().constraints())
                .with("without", query.kinds().without())
                .with("commune", form.commune())
                .with("bbox", area.bbox() == null ? null : form.zone())
                .with("polygon", area.polygon() == null ? null : form.zone())
                .with("near", area.near() == null ? null : area.near().toString())
                .with(
                        "radius",
                        area.near() == null
                                ? null
                                : Integer.toString(area.near().metres()))
                .with("indoor", needs.indoor() == null ? null : needs.indoor().toString())
                .with(
                        "capacity",
                        needs.capacity() == null ? null : needs.capacity().toString())
                .with(
                        "free",
                        needs.stay() == null
                                ? null
                                : needs.stay().first() + "/" + needs.stay().last())
                .with("duration", needs.duration() == null ? null : "P" + needs.duration() + "D")
                .with("limit", "1000")
                .toString();
    }
}
