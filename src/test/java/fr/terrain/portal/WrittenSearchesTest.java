package fr.terrain.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.terrain.Fixtures;
import fr.terrain.Fixtures.SpaceOf;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Searches in the words of a start-up over the whole census, the demonstration's sheets included: the sites that must be among the
 * first five, and those that may not. The table is written by hand from the census, never from what the search gives.
 */
@QuarkusTest
class WrittenSearchesTest {
    private static final String SITES = """
            insert into site (slug, census_entry_id, name, category, summary, description, organisation_id, insee, access_point, position_confidence,
                              area_ha, state, published_at, demonstration)
            select e.id, e.id, e.name, e.category, left('Lieu du recensement. ' || coalesce(e.note, ''), 300), '', :organisation, e.insee, e.position,
                   e.position_confidence, e.area_ha, 'PUBLISHED', now(), true
              from census_entry e where e.withdrawn_at is null and not exists (select from site where census_entry_id = e.id or slug = e.id)
            """;
    private static final String THEMES = """
            insert into site_theme select s.id, t.theme from site s join census_theme t on t.census_entry_id = s.census_entry_id on conflict do nothing
            """;
    private static final String SPACES = """
            insert into space (site_id, name) select s.id, 'Ensemble' from site s where not exists (select from space p where p.site_id = s.id)
            """;
    private static final int FIRST = 5;

    private record Written(String typed, List<String> must, List<String> mustNot) {}

    private static final List<Written> TABLE = List.of(
            new Written(
                    "drones marins 5G",
                    List.of("pl-snef-5g-maritime"),
                    List.of("en-calanques-coeur", "pl-orange-5g-lab")),
            new Written("stade connecté en 5G", List.of("pl-orange-5g-lab"), List.of("im-tunnel-vieux-port")),
            new Written("production d’hydrogène", List.of("pl-jupiter-1000"), List.of("pem-noailles", "en-garlaban")),
            new Written(
                    "station d’épuration",
                    List.of("im-geolide", "im-step-pioline"),
                    List.of("pem-istres", "pem-martigues")),
            new Written(
                    "robot pour le tri des déchets", List.of("im-jas-de-rhodes"), List.of("im-evere", "pem-noailles")),
            new Written(
                    "location de vélos en gare",
                    List.of("pem-la-ciotat"),
                    List.of("en-garlaban", "pa-boulevard-urbain-sud")),
            new Written(
                    "qualité de l’air dans un tunnel",
                    List.of("im-tunnel-vieux-port"),
                    List.of("im-evere", "pem-joliette")),
            new Written("détection de feux de forêt", List.of("en-concors"), List.of("pl-ensosp", "pl-orange-5g-lab")),
            new Written("robots sous-marins", List.of("pl-comex"), List.of("zi-rousset", "technoparc-florides")),
            new Written("capteur d’inondation", List.of("en-huveaune"), List.of("pem-la-rose", "pa-capelette")));

    /** What is typed amiss or in other words, and a site that it must find. */
    private static final List<Written> RECALL = List.of(
            one("hidrogène jupiter", "pl-jupiter-1000"),
            one("hydrogne jupiter", "pl-jupiter-1000"),
            one("jupitre", "pl-jupiter-1000"),
            one("velodorme", "pl-orange-5g-lab"),
            one("mosutiques", "en-palun-marignane"),
            one("tunel vieux port", "im-tunnel-vieux-port"),
            one("UAS base aérienne", "pl-ced-salon"),
            one("aéronef excellence", "pl-ced-salon"),
            one("ordures jas de rhodes", "im-jas-de-rhodes"),
            one("assainissement pioline", "im-step-pioline"),
            one("crue huveaune", "en-huveaune"),
            one("métro la rose", "pem-la-rose"));

    @Inject
    Fixtures fixtures;

    @Inject
    SiteSearch search;

    @Inject
    WordingRepository wordings;

    private static Written one(String typed, String must) {
        return new Written(typed, List.of(must), List.of());
    }

    @Test
    @TestTransaction
    void theSitesThatAreMeantComeFirst() {
        fixtures.run(SITES, "organisation", fixtures.place(new SpaceOf(1, 0, 0)).grantor());
        fixtures.run(THEMES);
        fixtures.run(SPACES);
        assertTrue((long) fixtures.one("select count(*) from public_site where census_entry_id is not null") >= 136);
        List<String> wrong = new ArrayList<>();
        for (Written written : TABLE) compare(written, wrong);
        for (Written written : RECALL) compare(written, wrong);
        assertEquals("", String.join("\n", wrong));
    }

    private void compare(Written written, List<String> wrong) {
        SiteQuery query = SiteQuery.ALL.with(wordings.read("q", written.typed()));
        List<String> first = search.list(query, SiteSort.RELEVANCE, FIRST, 0).stream()
                .map(SiteSearch.Hit::slug)
                .toList();
        if (!first.containsAll(written.must()) || written.mustNot().stream().anyMatch(first::contains))
            wrong.add(written.typed() + " " + query.words() + " gave " + first);
    }
}
