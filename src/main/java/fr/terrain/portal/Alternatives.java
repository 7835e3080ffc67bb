package fr.terrain.portal;

import fr.terrain.http.Bbox;
import fr.terrain.portal.SiteSearch.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What to offer when no site fits: the same sites at other dates, smaller spaces of theirs, the nearest alike elsewhere; each says why. */
@ApplicationScoped
public class Alternatives {
    private static final int MOST_OF_A_KIND = 3;

    @Inject
    SiteSearch search;

    @Inject
    Clock clock;

    /** A site that fits but for one thing, told in why; its dates when the calendar was asked. */
    public record Alternative(String slug, String name, String why, Stay firstFree) {
        /** What the sheet needs to show these dates. */
        public String dates() {
            return firstFree == null ? "" : "?du=" + firstFree.first() + "&au=" + firstFree.last();
        }
    }

    /** The first reason found for a site is the one told: other dates before another space before another place. */
    List<Alternative> find(SiteQuery query) {
        Map<String, Alternative> found = new LinkedHashMap<>();
        otherDates(query, found);
        otherSpaces(query, found);
        elsewhere(query, found);
        otherWords(query, found);
        return List.copyOf(found.values());
    }

    private void otherDates(SiteQuery query, Map<String, Alternative> found) {
        Needs needs = query.needs();
        if (needs.stay() == null) return;
        add(found, query.with(ahead(needs)), SiteSort.FIRST_FREE, hit -> "Libre " + dates(hit));
    }

    private void otherSpaces(SiteQuery query, Map<String, Alternative> found) {
        Needs needs = query.needs();
        if (needs.capacity() == null) return;
        SiteQuery smaller = query.with(new Needs(needs.indoor(), null, needs.stay(), needs.duration()));
        add(found, smaller, SiteSort.NAME, hit -> "Un autre espace, pour moins d’essais à la fois");
    }

    private void elsewhere(SiteQuery query, Map<String, Alternative> found) {
        Area area = query.area();
        if (area.equals(Area.EVERYWHERE)) return;
        Area.Near middle = middle(area);
        SiteQuery wider = query.with(new Area(null, null, middle, null));
        add(
                found,
                wider,
                middle == null ? SiteSort.NAME : SiteSort.DISTANCE,
                hit -> middle == null
                        ? "Répond au reste, à " + hit.commune()
                        : "Répond au reste, " + hit.distance() + ", à " + hit.commune());
    }

    private void otherWords(SiteQuery query, Map<String, Alternative> found) {
        Wording words = query.words();
        if (words.query() == null || !found.isEmpty()) return;
        SiteQuery some = query.with(new Wording(words.exact(), words.exact(), null));
        add(found, some, SiteSort.RELEVANCE, hit -> "Porte une partie des mots cherchés");
    }

    private void add(Map<String, Alternative> found, SiteQuery query, SiteSort sort, Function<Hit, String> why) {
        for (Hit hit : search.list(query, sort, MOST_OF_A_KIND, 0))
            found.putIfAbsent(hit.slug(), new Alternative(hit.slug(), hit.name(), why.apply(hit), hit.firstFree()));
    }

    private Needs ahead(Needs needs) {
        int days = needs.duration() == null ? needs.stay().days() : needs.duration();
        return new Needs(needs.indoor(), needs.capacity(), Stay.ahead(LocalDate.now(clock)), days);
    }

    private static String dates(Hit hit) {
        return hit.firstFree().words() + ", espace «\u202f" + hit.freeSpace() + "\u202f»";
    }

    private static Area.Near middle(Area area) {
        if (area.near() != null)
            return new Area.Near(area.near().longitude(), area.near().latitude(), Area.FARTHEST);
        Bbox bbox = area.bbox();
        if (bbox == null || Math.abs(bbox.north() + bbox.south()) > 170) return null;
        return new Area.Near((bbox.west() + bbox.east()) / 2, (bbox.south() + bbox.north()) / 2, Area.FARTHEST);
    }
}
