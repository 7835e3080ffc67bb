package fr.terrain.portal;

/**
 * What is looked for: every given condition must hold.
 *
 * @param words what was typed, as understood
 */
public record SiteQuery(Area area, Wording words, Kinds kinds, Needs needs) {
    static final SiteQuery ALL = new SiteQuery(Area.EVERYWHERE, Wording.NONE, Kinds.ALL, Needs.NONE);

    SiteQuery with(Area other) {
        return new SiteQuery(other, words, kinds, needs);
    }

    SiteQuery with(Wording other) {
        return new SiteQuery(area, other, kinds, needs);
    }

    SiteQuery with(Kinds other) {
        return new SiteQuery(area, words, other, needs);
    }

    SiteQuery with(Needs other) {
        return new SiteQuery(area, words, kinds, other);
    }
}
