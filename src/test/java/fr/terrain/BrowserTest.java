package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;

/** What the other tests in a browser rest on: a sign-in that is refused is tried again, and a fault of a page is found. */
@QuarkusTest
class BrowserTest {
    private static final String PLANT =
            "markup => document.querySelector('main').insertAdjacentHTML('beforeend', markup)";

    @Test
    void whoIsRefusedOnceSignsInAgain() {
        AtomicInteger sent = new AtomicInteger();
        try (Journey journey = Journey.visitor()) {
            journey.open("/mes-demandes");
            String form = journey.page().content();
            journey.page().route("**/login-actions/authenticate**", route -> {
                if (sent.incrementAndGet() > 1) route.resume();
                else
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody(form));
            });
            journey.signIn("porteur");
            assertEquals("/mes-demandes", journey.path());
        }
        assertEquals(2, sent.get());
    }

    @ParameterizedTest
    @CsvSource({
        "label, <input type=\"text\">",
        "image-alt, <img src=\"/nulle-part.png\">",
        "button-name, <button></button>",
        "link-name, <a href=\"/\"></a>"
    })
    void aFaultThatIsPlantedIsFound(String rule, String markup) {
        try (Journey journey = Journey.visitor()) {
            Page page = journey.open("/accessibilite").mustBeClean().page();
            page.evaluate(PLANT, markup);
            AssertionFailedError found = assertThrows(AssertionFailedError.class, journey::mustBeClean);
            assertTrue(found.getMessage().contains(rule + " <"), found::getMessage);
        }
    }

    @Test
    void aPageThatScrollsSidewaysIsFound() {
        try (Journey journey = Journey.visitor()) {
            Page page = journey.open("/accessibilite").page();
            page.evaluate(PLANT, "<hr>");
            page.evaluate("() => document.querySelector('main hr:last-child').style.width = '400px'");
            AssertionFailedError found = assertThrows(AssertionFailedError.class, journey::mustBeClean);
            assertTrue(found.getMessage().contains("sideways scroll"), found::getMessage);
        }
    }
}
