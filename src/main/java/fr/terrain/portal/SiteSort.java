package fr.terrain.portal;

import fr.terrain.http.Problem;
import java.util.Arrays;

/** In what order sites are told; each is a number of SQL that grows, then the label, then the slug. */
enum SiteSort {
    SLUG("slug", null, "cast(0 as float8)"),
    NAME("name", "nom", "cast(0 as float8)"),
    RELEVANCE(
            "relevance",
            "pertinence",
            "-cast(ts_rank_cd(s.words, cast(:words as tsquery)) + 2 * ts_rank(s.words, cast(:exact as tsquery)) as float8)"),
    DISTANCE(
            "distance",
            "distance",
            "st_distance(s.access_point::geography, st_makepoint(:longitude, :latitude)::geography)"),
    FIRST_FREE("first_free", "libre", "cast(free.day - date '2000-01-01' as float8)"),
    NOTICE("notice", "preavis", "cast((select min(p.lead_time_days) from space p where p.site_id = s.id) as float8)");

    private final String code;
    private final String word;
    final String key;

    SiteSort(String code, String word, String key) {
        this.code = code;
        this.word = word;
        this.key = key;
    }

    /** Sites of one key in the order of their names, but where the slug alone is the order. */
    String label() {
        return this == SLUG ? "''" : "plain_text(s.name)";
    }

    /** The order that the API names; the slug's when nothing is given.
     * @throws fr.terrain.http.ProblemException 400 when there is none, or it lacks the condition that it sorts by */
    static SiteSort ofCode(String field, String given, SiteQuery query) {
        if (given == null) return SLUG;
        SiteSort sort = Arrays.stream(values())
                .filter(one -> one != SLUG && one.code.equals(given))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(field, "Ordres possibles : relevance, distance, first_free, notice, name."));
        if (!sort.fits(query)) throw Problem.badInput(field, sort.lacks());
        return sort;
    }

    /** The order that the page names, or the most telling one that fits. */
    static SiteSort ofWord(String given, SiteQuery query) {
        return Arrays.stream(values())
                .filter(one -> given.equals(one.word) && one.fits(query))
                .findFirst()
                .orElse(RELEVANCE.fits(query) ? RELEVANCE : NAME);
    }

    boolean fits(SiteQuery query) {
        return switch (this) {
            case RELEVANCE -> query.words().query() != null;
            case DISTANCE -> query.area().near() != null;
            case FIRST_FREE -> query.needs().duration() != null;
            case SLUG, NAME, NOTICE -> true;
        };
    }

    private String lacks() {
        return switch (this) {
            case RELEVANCE -> "Donnez aussi des mots (q) pour trier par pertinence.";
            case DISTANCE -> "Donnez aussi un point (near) pour trier par distance.";
            case FIRST_FREE -> "Donnez aussi une durée (duration) pour trier par première date libre.";
            case SLUG, NAME, NOTICE -> throw new IllegalStateException(name());
        };
    }
}
