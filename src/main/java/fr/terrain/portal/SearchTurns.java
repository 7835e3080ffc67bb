package fr.terrain.portal;

import fr.terrain.portal.SearchPage.Active;
import fr.terrain.portal.SearchPage.Wider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Where a search may turn next: each condition in force with the same search without it, and what that would give. */
@ApplicationScoped
public class SearchTurns {
    @Inject
    SiteSearch search;

    @Inject
    Vocabulary vocabulary;

    @Inject
    PageQuestion question;

    /** A condition in words, and the search without it. */
    private record Turn(String label, String without, SearchForm form) {}

    List<Active> actives(SearchForm form, Stay stay) {
        return turns(form, stay).stream()
                .map(turn -> new Active(turn.label(), turn.form().href()))
                .toList();
    }

    /** Each condition taken away in turn: those that then give something. */
    List<Wider> widen(SearchForm form, Stay stay) {
        List<Wider> ways = new ArrayList<>();
        for (Turn turn : turns(form, stay)) {
            int count = search.count(question.read(turn.form(), new ArrayList<>()));
            if (count > 0) ways.add(new Wider(turn.without(), count, turn.form().href()));
        }
        return ways;
    }

    private List<Turn> turns(SearchForm form, Stay stay) {
        List<Turn> turns = new ArrayList<>();
        if (stay != null && (form.has("du") || form.has("au")))
            turns.add(new Turn(stay.words(), "Sans les dates", form.without("du", "au")));
        if (form.has("duree")) {
            String days = form.one("duree") + (form.one("duree").equals("1") ? " jour" : " jours de suite");
            turns.add(new Turn(days, "Sans la durée", form.without("duree")));
        }
        if (form.has("q"))
            turns.add(new Turn("«\u202f" + form.q().strip() + "\u202f»", "Sans les mots cherchés", form.without("q")));
        places(turns, form);
        choices(turns, form);
        if (form.has("capacite"))
            turns.add(
                    new Turn(form.one("capacite") + " essais à la fois", "Sans la capacité", form.without("capacite")));
        if (form.has("abri")) {
            boolean indoor = form.one("abri").equals("interieur");
            turns.add(new Turn(
                    indoor ? "En intérieur" : "En extérieur", "En intérieur et en extérieur", form.without("abri")));
        }
        return turns;
    }

    private void places(List<Turn> turns, SearchForm form) {
        if (form.has("zone")) turns.add(new Turn("Zone de la carte", "Sur toute la carte", form.without("zone")));
        if (form.has("pres") || form.has("autour")) {
            String name = form.has("autour") ? form.one("autour").strip() : "du point choisi";
            turns.add(new Turn(
                    (form.has("autour") ? "Autour de " : "Autour ") + name,
                    "À toute distance",
                    form.without("pres", "autour", "rayon")));
        }
        if (form.has("commune"))
            turns.add(new Turn(commune(form.commune()), "Dans toute la Métropole", form.without("commune")));
    }

    private void choices(List<Turn> turns, SearchForm form) {
        for (String code : form.many("famille"))
            turn(turns, form, "famille", code, vocabulary.categoryFamilies().getOrDefault(code, code));
        for (String code : form.many("theme"))
            turn(
                    turns,
                    form,
                    "theme",
                    code,
                    "Thème : " + vocabulary.themeFamilies().getOrDefault(code, code));
        for (String code : form.many("equipement"))
            turn(turns, form, "equipement", code, vocabulary.equipment().getOrDefault(code, code));
        for (String code : form.many("contrainte")) {
            boolean without = code.startsWith("-");
            String label = vocabulary.constraints().getOrDefault(without ? code.substring(1) : code, code);
            turn(turns, form, "contrainte", code, (without ? "Écarter : " : "Contrainte : ") + label);
        }
    }

    private static void turn(List<Turn> turns, SearchForm form, String name, String code, String label) {
        turns.add(new Turn(label, "Sans «\u202f" + label + "\u202f»", form.withoutChoice(name, code)));
    }

    private String commune(String insee) {
        return search.listCommunes().stream()
                .filter(commune -> commune.insee().equals(insee))
                .map(SiteSearch.CommuneCount::name)
                .findFirst()
                .orElse("Commune " + insee);
    }
}
