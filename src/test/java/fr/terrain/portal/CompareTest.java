package fr.terrain.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import fr.terrain.Browser;
import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import fr.terrain.Fixtures.User;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites side by side: chosen in the list with and without JavaScript, four at most, only public ones; and the measured answer time. */
@QuarkusTest
class CompareTest {
    private static final String EVENT = """
            insert into booking_event (booking_id, seq, kind, from_status, to_status, occurred_at, detail_hash, previous_hash, hash)
            values (:booking, :seq, 'test', :from, :to, cast(:at as timestamptz), sha256('a'), %s, sha256('c'))
            """;

    @TestHTTPResource("/")
    URI home;

    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280})
    void fourSitesFitAndAreAccessible(int width) {
        StringBuilder address = new StringBuilder("comparer?du=2027-05-03&au=2027-05-24");
        for (int i = 0; i < 4; i++)
            address.append("&site=").append(fixtures.place(new SpaceOf(1, 0, 0)).slug());
        try (BrowserContext session = Browser.open(width, true)) {
            Page page = session.newPage();
            page.navigate(home + address.toString());
            assertThat(page.locator(".compare thead th")).hasCount(4);
            assertThat(page.locator(".compare tbody th[scope='row']")).hasCount(13);
            Browser.assertFits(page);
            Browser.assertAccessible(page);
            page.navigate(home + "comparer");
            Browser.assertAccessible(page);
        }
    }

    @Test
    void sitesTickedOnTwoSearchesAreComparedTogether() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = session.newPage();
            page.navigate(home + "?famille=port");
            String first = tick(page, 0);
            page.navigate(home + "?famille=nature");
            String second = tick(page, 0);
            assertThat(page.locator("#comparaison [role='status']")).hasText("2 terrains cochés, quatre au plus.");
            tick(page, 1);
            tick(page, 2);
            assertTrue(page.locator("input[form='comparaison']").nth(3).isDisabled());
            page.locator("#comparaison button").press("Enter");
            page.waitForURL(Pattern.compile(".*/comparer\\?.*"));
            assertTrue(page.url().contains("site=" + first) && page.url().contains("site=" + second), page.url());
            assertThat(page.locator(".compare thead th")).hasCount(4);
        }
    }

    @Test
    void comparesWithoutJavaScript() {
        try (BrowserContext session = Browser.open(Browser.NARROW, false)) {
            Page page = session.newPage();
            page.navigate(home + "?famille=port");
            tick(page, 0);
            tick(page, 1);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Comparer les terrains cochés"))
                    .press("Enter");
            assertThat(page.locator(".compare thead th")).hasCount(2);
        }
    }

    @Test
    void refusesMoreThanFourAndWhatIsNotPublic() {
        List<String> five = List.of("a", "b", "c", "d", "e");
        given().queryParam("site", five).get("/comparer").then().statusCode(400);
        given().queryParam("site", "n-existe-pas").get("/comparer").then().statusCode(404);
        given().queryParam("site", "A'--").get("/comparer").then().statusCode(404);
        Place draft = fixtures.place(new SpaceOf(1, 0, 0));
        fixtures.run("update site set state = 'SUSPENDED' where id = :id", "id", draft.site());
        given().queryParam("site", draft.slug()).get("/comparer").then().statusCode(404);
    }

    @Test
    void theAnswerTimeIsMeasuredFromFiveDecisionsOn() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        for (int days : List.of(2, 4, 9, 27)) decided(place, days);
        sheet(place).body(containsString("Pas encore mesuré"));
        decided(place, 12);
        sheet(place).body(containsString("Répond en 9 jours en médiane, sur 5 demandes"));
        sheet(place).body(not(containsString("Pas encore mesuré")));
    }

    @Test
    void thePrintedSearchSaysWhatWasAskedAndLeavesTheMapOut() {
        try (BrowserContext session = Browser.open(Browser.WIDE, true)) {
            Page page = session.newPage();
            page.navigate(home + "?famille=port&du=2027-05-03&au=2027-05-24");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".print-note")).isVisible();
            assertThat(page.locator(".print-note")).containsText(Pattern.compile("du 3 au 24.mai.2027"));
            assertThat(page.locator(".search-map")).isHidden();
            assertEquals("visible", page.locator(".search-list").evaluate("list => getComputedStyle(list).overflowY"));
        }
    }

    private static io.restassured.response.ValidatableResponse sheet(Place place) {
        return given().get("/sites/" + place.slug()).then().statusCode(200);
    }

    private void decided(Place place, int days) {
        long booking = fixtures.inReview(
                place,
                fixtures.occupant(User.PORTEUR),
                place.spaces(),
                false,
                LocalDateTime.of(2027, 5, 3, 8, 0),
                LocalDateTime.of(2027, 5, 4, 18, 0));
        event(booking, 1, "DRAFT", "SUBMITTED", "2026-03-01T10:00:00+01:00", "null");
        event(booking, 2, "IN_REVIEW", "REFUSED", "2026-03-%02dT10:00:00+01:00".formatted(1 + days), "sha256('b')");
    }

    private void event(long booking, int seq, String from, String to, String at, String previous) {
        fixtures.run(EVENT.formatted(previous), "booking", booking, "seq", seq, "from", from, "to", to, "at", at);
    }

    private static String tick(Page page, int index) {
        Locator box = page.locator("input[form='comparaison']").nth(index);
        box.press("Space");
        assertTrue(box.isChecked());
        return box.getAttribute("value");
    }
}
