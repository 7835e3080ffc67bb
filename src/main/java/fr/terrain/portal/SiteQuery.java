package fr.terrain.portal;

import fr.terrain.http.Bbox;
import fr.terrain.http.Problem;
import java.util.Arrays;
import java.util.List;

/**
 * What is looked for: every given condition must hold; among categories, and among themes, one is enough.
 *
 * @param bbox where the access point lies, or null
 * @param words plain words that the site's texts all contain, accents and case ignored
 * @param categories codes; empty for all
 * @param themes codes; empty for all
 * @param commune INSEE code, or null
 * @param stay days at which a space of the site can be asked for today, or null
 */
public record SiteQuery(
        Bbox bbox, List<String> words, List<String> categories, List<String> themes, String commune, Stay stay) {
    private static final int LONGEST_WORDS = 200;
    private static final int MOST_WORDS = 10;

    /** Splits what was typed.
     * @throws fr.terrain.http.ProblemException 400 naming the field when it is too long */
    static List<String> words(String field, String typed) {
        List<String> words = Arrays.stream(typed.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (typed.length() > LONGEST_WORDS || words.size() > MOST_WORDS)
            throw Problem.badInput(
                    field, "Cherchez %d mots au plus, en %d signes.".formatted(MOST_WORDS, LONGEST_WORDS));
        return words;
    }

    SiteQuery withoutCategories() {
        return new SiteQuery(bbox, words, List.of(), themes, commune, stay);
    }

    SiteQuery withoutThemes() {
        return new SiteQuery(bbox, words, categories, List.of(), commune, stay);
    }

    SiteQuery withoutStay() {
        return new SiteQuery(bbox, words, categories, themes, commune, null);
    }
}
