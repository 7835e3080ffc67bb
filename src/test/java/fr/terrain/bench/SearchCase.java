package fr.terrain.bench;

import fr.terrain.http.Bbox;
import fr.terrain.portal.Area;
import fr.terrain.portal.Kinds;
import fr.terrain.portal.Needs;
import fr.terrain.portal.SearchStatement;
import fr.terrain.portal.SiteQuery;
import fr.terrain.portal.Stay;
import fr.terrain.portal.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * A question put to the catalogue, as an address of the application and as the SQL it stands for. It is dear when the calendars
 * of all sites of the rectangle are asked: nothing is promised then of many at a time.
 */
record SearchCase(String name, String typed, SiteQuery query, boolean dear) {
    static final int LIMIT = 100;
    private static final double[] MIDDLE = {5.35, 43.45};
    private static final double[] WHOLE = {0.8, 0.6};
    private static final List<String> CATEGORIES = List.of("port", "technopole", "pole_echanges");

    /** Questions that about the same number of sites answer, whatever the number of sites there are. */
    static List<SearchCase> of(int sites, Stay stay) {
        Bbox thousand = bbox(1000.0 / sites);
        String rare = "repère" + "%04d".formatted(7 % Math.max(1, sites / Catalogue.SITES_A_RARE_WORD));
        return List.of(
                new SearchCase(
                        "bbox, word, category, period",
                        Catalogue.COMMON_WORD,
                        query(thousand, Wording.exactly("eclairag"), CATEGORIES, stay),
                        false),
                new SearchCase("bbox, period", "", query(thousand, Wording.NONE, List.of(), stay), true),
                new SearchCase("bbox", "", query(thousand, Wording.NONE, List.of(), null), false),
                new SearchCase(
                        "words",
                        rare + " inventé",
                        query(null, Wording.exactly(rare.replace('è', 'e') + " & invent"), List.of(), null),
                        false));
    }

    private static SiteQuery query(Bbox bbox, Wording words, List<String> categories, Stay stay) {
        return new SiteQuery(
                bbox == null ? Area.EVERYWHERE : Area.of(bbox), words, Kinds.of(categories), Needs.of(stay));
    }

    /** The rectangle in the middle that holds this share of the sites. */
    private static Bbox bbox(double share) {
        double side = Math.sqrt(Math.min(1, share)) / 2;
        return new Bbox(
                MIDDLE[0] - WHOLE[0] * side,
                MIDDLE[1] - WHOLE[1] * side,
                MIDDLE[0] + WHOLE[0] * side,
                MIDDLE[1] + WHOLE[1] * side);
    }

    String path() {
        StringBuilder path = new StringBuilder("/api/sites?limit=" + LIMIT);
        if (query.area().bbox() != null)
            path.append("&bbox=").append(query.area().bbox());
        if (!typed.isEmpty()) path.append("&q=").append(encoded(typed));
        query.kinds().categories().forEach(category -> path.append("&category=").append(category));
        if (query.needs().stay() != null)
            path.append("&free=")
                    .append(query.needs().stay().first())
                    .append('/')
                    .append(query.needs().stay().last());
        return path.toString();
    }

    /** The very statement of the service, for this instant. */
    SearchStatement statement() {
        return SearchStatement.of(query, LIMIT, Clock.system(ZoneId.of("Europe/Paris")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
