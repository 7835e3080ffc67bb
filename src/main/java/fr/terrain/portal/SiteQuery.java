package fr.terrain.portal;

import fr.terrain.http.Bbox;
import java.util.List;

/**
 * What is looked for: every given condition must hold; among categories, and among themes, one is enough.
 *
 * @param bbox where the access point lies, or null
 * @param words what was typed, as understood
 * @param categories codes; empty for all
 * @param themes codes; empty for all
 * @param commune INSEE code, or null
 * @param stay days at which a space of the site can be asked for today, or null
 */
public record SiteQuery(
        Bbox bbox, Wording words, List<String> categories, List<String> themes, String commune, Stay stay) {
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
