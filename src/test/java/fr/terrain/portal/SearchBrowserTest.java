package fr.terrain.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.terrain.Browser;
import fr.terrain.Fixtures;
import fr.terrain.Fixtures.Place;
import fr.terrain.Fixtures.SpaceOf;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front door in a real browser: by keyboard, without JavaScript, at every width, and under the content security policy. */
@QuarkusTest
class SearchBrowserTest {
    @TestHTTPResource("/")
    URI home;

    @Inject
    Fixtures fixtures;

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280})
    void everyPageIsAccessibleAndFits(int width) {
        String slug = fixtures.place(new SpaceOf(1, 0, 0)).slug();
        try (BrowserContext session = Browser.open(width, true)) {
            Page page = session.newPage();
            List<String> broken = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("Content Security Policy")) broken.add(message.text());
            });
            for (String path : List.of(
                    "",
                    "?du=2027-05-03&au=2027-05-24",
                    "?q=introuvable&famille=port",
                    "?du=2027-05-24&au=2027-05-03",
                    "sites/" + slug + "?du=2027-05-03&au=2027-05-24",
                    "accessibilite",
                    "nulle-part")) {
                page.navigate(home + path);
                Browser.assertFits(page);
                Browser.assertAccessible(page);
            }
            assertEquals(List.of(), broken);
        }
    }

    @Test
    void aFilterTickedByKeyboardMovesListMapAndAddressTogether() {
        try (BrowserContext session = Browser.open(1280, true)) {
            Page page = session.newPage();
            page.navigate(home.toString());
            page.locator(".pin").first().waitFor();
            page.locator("#famille-port").focus();
            page.keyboard().press("Space");
            page.waitForURL(Pattern.compile(".*famille=port.*"));
            String count =
                    page.locator("#nombre").innerText().lines().findFirst().orElseThrow();
            assertTrue(count.matches("[0-9\\h]+ terrains"), count);
            assertThat(page.locator("#annonce")).containsText(count);
            assertThat(page.locator("#famille-port")).isFocused();
            for (Locator tag : page.locator(".result .tag").all())
                assertThat(tag).hasText("Port");
            assertThat(page.locator(".pin[data-slug]:not([data-cat=port])")).hasCount(0);
        }
    }

    @Test
    void aPinChosenByKeyboardShowsItsCardAndItsPlaceInTheList() {
        try (BrowserContext session = Browser.open(1280, true)) {
            Page page = session.newPage();
            page.navigate(home + "?famille=port&commune=13021&du=2027-05-03&au=2027-05-24");
            Locator pin = page.locator(".pin[data-slug]").first();
            pin.waitFor();
            String slug = pin.getAttribute("data-slug");
            pin.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator(".map-card a"))
                    .hasAttribute("href", "/sites/" + slug + "?du=2027-05-03&au=2027-05-24");
            assertThat(page.locator(".result[data-slug='" + slug + "']")).hasAttribute("aria-current", "true");
            page.keyboard().press("Escape");
            assertThat(page.locator(".map-card")).isHidden();
        }
    }

    @Test
    void searchesAndOpensASheetWithoutJavaScript() {
        Place place = fixtures.place(new SpaceOf(1, 0, 0));
        String word = place.slug().substring("essai-".length());
        fixtures.run("update site set summary = :word where id = :id", "word", word, "id", place.site());
        try (BrowserContext session = Browser.open(320, false)) {
            Page page = session.newPage();
            page.navigate(home.toString());
            page.getByText("Chercher un terrain").first().click();
            page.locator("#q").fill(word);
            page.locator("#du").fill("2027-05-03");
            page.locator("#au").fill("2027-05-24");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rechercher"))
                    .click();
            assertThat(page).hasTitle(Pattern.compile("^1 terrain .*du 3 au 24.mai.2027 - Terrain"));
            page.locator(".result h3 a").first().click();
            assertThat(page.locator("td[data-sel='start'] b")).hasText("3");
            assertThat(page.locator("td[data-sel='end'] b")).hasText("24");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Demander ce terrain")))
                    .isVisible();
        }
    }
}
