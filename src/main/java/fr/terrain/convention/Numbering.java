package fr.terrain.convention;

import fr.terrain.document.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each clause of a convention its number: articles 1, 2, ..., their parts 2.1, 2.2, ..., annexes A, B, ...; the preamble has none. */
final class Numbering {
    /** A clause's number, how its heading begins, and the words of a reference to it. */
    record Place(String number, String heading, String reference) {}

    private int article, part, annex;

    private Numbering() {}

    /** By anchor; complains where two variants of one article apply together, or a part comes before any article. */
    static Map<String, Place> of(List<Clause> active, List<Problem> problems) {
        Numbering numbering = new Numbering();
        Map<String, Place> places = new HashMap<>();
        Map<String, Clause> holders = new HashMap<>();
        for (Clause clause : active) {
            Clause other = holders.putIfAbsent(clause.anchor(), clause);
            if (other != null) {
                problems.add(new Problem(
                        clause.file().name(),
                        clause.file().lineOf("quand"),
                        "Deux variantes s’appliquent à la fois : « " + other.code() + " » et « " + clause.code()
                                + " »"));
            } else {
                places.put(clause.anchor(), numbering.next(clause, problems));
            }
        }
        return places;
    }

    private Place next(Clause clause, List<Problem> problems) {
        return switch (clause.rank()) {
            case PREAMBULE -> new Place("", "", "préambule");
            case ARTICLE -> {
                article++;
                part = 0;
                yield new Place("" + article, "Article " + article + ". ", "article " + article);
            }
            case PARAGRAPHE -> {
                part++;
                if (article == 0) {
                    problems.add(new Problem(
                            clause.file().name(), clause.file().lineOf("rang"), "Paragraphe avant tout article"));
                }
                String number = article + "." + part;
                yield new Place(number, number + ". ", "article " + number);
            }
            case ANNEXE -> {
                String letter = String.valueOf((char) ('A' + annex++));
                yield new Place(letter, "Annexe " + letter + ". ", "annexe " + letter);
            }
        };
    }
}
