package fr.terrain.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import fr.terrain.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of the search in a real browser, by keyboard: it comes without waiting, agrees with the list, and takes an area to look in. */
@QuarkusTest
class SearchMapTest {
    private static final String SQUARE = "[[[5.3,43.2],[5.5,43.2],[5.5,43.4],[5.3,43.4],[5.3,43.2]]]";
    private static final String NO_CANVAS = "HTMLCanvasElement.prototype.getContext = () => null";
    private static final int MEGABYTE = 1_000_000;

    @TestHTTPResource("/")
    URI home;

    @Test
    void pinsDoNotWaitForTheDrawing() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = session.newPage();
            page.route(Pattern.compile(".*worker.*\\.js"), Route::abort);
            page.navigate(home.toString());
            page.locator(".pin").first().waitFor();
            assertTrue(page.locator(".pin").count() > 3);
        }
    }

    @Test
    void withoutWebGlTheListIsWholeAndTheMapSaysSo() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            session.addInitScript(NO_CANVAS);
            Page page = session.newPage();
            page.navigate(home.toString());
            assertThat(page.locator(".search-map .map-off").first()).isVisible();
            assertThat(page.locator(".map-tools")).isHidden();
            assertThat(page.locator(".result")).hasCount(10);
            Browser.assertAccessible(page);
        }
    }

    @Test
    void listAndMapPointAtEachOther() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "?famille=port&q=Frioul");
            Locator result = page.locator(".result").first();
            result.locator("h3 a").focus();
            assertThat(page.locator(".pin--seen")).hasCount(1);
            String slug = result.getAttribute("data-slug");
            result.locator("[data-show]").focus();
            page.keyboard().press("Enter");
            assertThat(result).hasAttribute("aria-current", "true");
            assertThat(page.locator(".map-card a")).isFocused();
            assertThat(page.locator(".pin--on[data-slug='" + slug + "']")).hasCount(1);
            page.keyboard().press("Escape");
            page.locator(".pin[data-slug='" + slug + "']").focus();
            assertThat(result).hasAttribute("data-seen", "true");
        }
    }

    @Test
    void aZoneIsDrawnByKeyboard() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "");
            tool(page, "draw");
            Browser.assertAccessible(page);
            assertThat(page.locator(".maplibregl-canvas")).isFocused();
            page.keyboard().press("Enter");
            page.locator("[data-draw='end']").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".map-draw [role='status']")).hasText("Posez au moins trois points.");
            page.locator(".maplibregl-canvas").focus();
            for (String arrow : List.of("ArrowRight", "ArrowDown")) {
                page.keyboard().press(arrow);
                page.waitForTimeout(700);
                page.keyboard().press("Enter");
            }
            assertThat(page.locator(".map-draw [role='status']")).hasText("3 points posés");
            page.locator("[data-draw='end']").focus();
            Request asked = page.waitForRequest(
                    request -> request.url().contains("zone="),
                    () -> page.keyboard().press("Enter"));
            List<String> corners = corners(asked);
            assertEquals(4, corners.size());
            assertEquals(corners.getFirst(), corners.getLast());
        }
    }

    @Test
    void aFileGivesTheArea() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "");
            page.locator(".map-tools summary").press("Enter");
            Request asked = page.waitForRequest(
                    request -> request.url().contains("zone="),
                    () -> give(
                            page,
                            "ma zone.geojson",
                            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + SQUARE
                                    + "}}"));
            assertEquals(
                    "5.30000 43.20000,5.50000 43.20000,5.50000 43.40000,5.30000 43.40000,5.30000 43.20000",
                    String.join(",", corners(asked)));
        }
    }

    @Test
    void aLongTrackIsMadeSimple() {
        StringBuilder track = new StringBuilder("<gpx><trk><trkseg>");
        for (int i = 0; i < 2000; i++) {
            double turn = 2 * Math.PI * i / 2000;
            track.append("<trkpt lat=\"%s\" lon=\"%s\"/>"
                    .formatted(43.3 + 0.1 * Math.sin(turn), 5.4 + 0.1 * Math.cos(turn)));
        }
        track.append("</trkseg></trk></gpx>");
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "");
            Request asked = page.waitForRequest(
                    request -> request.url().contains("zone="), () -> give(page, "tour.gpx", track.toString()));
            int corners = corners(asked).size();
            assertTrue(corners > 20 && corners <= 100, corners + " points");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a.geojson ; {\"type\":\"Point\",\"coordinates\":[5.4,43.3]} ; ne contient pas de surface",
                "a.geojson ; nothing ; n’est pas du GeoJSON lisible",
                "a.geojson ; {\"type\":\"Polygon\",\"coordinates\":[[[892000,6247000],[893000,6247000],[893000,6248000]]]} ; doivent être en degrés",
                "a.geojson ; {\"type\":\"Polygon\",\"coordinates\":[[[2.3,48.8],[2.4,48.8],[2.4,48.9]]]} ; hors de la Métropole",
                "a.gpx ; <!DOCTYPE gpx [<!ENTITY a 'a'>]><gpx/> ; contient des entités",
                "a.gpx ; <gpx><wpt lat='43' lon='5'/></gpx> ; moins de trois points"
            })
    void aFileThatCannotServeIsRefusedInWords(String name, String text, String words) {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "");
            give(page, name, text);
            assertThat(page.locator(".map-said")).containsText(words);
            assertEquals(home.toString(), page.url());
        }
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "");
            give(page, "a.geojson", " ".repeat(MEGABYTE + 1));
            assertThat(page.locator(".map-said")).containsText("dépasse 1 Mo");
        }
    }

    @Test
    void aroundMeAsksOnlyOnDemandAndSaysWhyNot() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "");
            tool(page, "near");
            assertThat(page.locator(".map-said")).containsText("choisissez une commune");
            session.grantPermissions(List.of("geolocation"));
            session.setGeolocation(new Geolocation(43.2965, 5.3698));
            Request asked = page.waitForRequest(request -> request.url().contains("pres="), () -> tool(page, "near"));
            String url = URLDecoder.decode(asked.url(), StandardCharsets.UTF_8);
            assertTrue(url.contains("pres=5.3698,43.2965"), url);
            assertTrue(url.contains("rayon=10"), url);
        }
    }

    @Test
    void theSearchFollowsTheMapWhenAsked() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = open(session, "");
            page.locator(".map-tools summary").press("Enter");
            page.locator("#zone-suivre").press("Space");
            page.locator("[data-zoom='in']").press("Enter");
            page.waitForURL(Pattern.compile(".*zone=.*"));
            assertThat(page.locator(".map-top")).isHidden();
            page.reload();
            assertTrue(page.locator("#zone-suivre").isChecked());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280})
    void theMapWithItsLegendIsAccessibleAndFits(int width) {
        try (BrowserContext session = Browser.open(width, true)) {
            Page page = open(session, "");
            page.locator(".map-legend summary").press("Enter");
            assertThat(page.locator(".map-legend")).containsText("Position approximative");
            Browser.assertAccessible(page);
            page.locator(".map-legend summary").press("Enter");
            page.locator(".map-tools summary").press("Enter");
            Browser.assertAccessible(page);
            Browser.assertFits(page);
        }
    }

    private Page open(BrowserContext session, String query) {
        Page page = session.newPage();
        page.navigate(home + query);
        page.locator(".pin").first().waitFor();
        return page;
    }

    private static void tool(Page page, String name) {
        Locator panel = page.locator(".map-tools");
        if (panel.getAttribute("open") == null) panel.locator("summary").press("Enter");
        panel.locator("[data-tool='" + name + "']").press("Enter");
    }

    private static void give(Page page, String name, String text) {
        page.locator("#zone-fichier")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> corners(Request asked) {
        String query = URI.create(asked.url()).getRawQuery();
        String zone = query.substring(query.indexOf("zone=") + "zone=".length()).split("&")[0];
        return List.of(URLDecoder.decode(zone, StandardCharsets.UTF_8).split(","));
    }
}
