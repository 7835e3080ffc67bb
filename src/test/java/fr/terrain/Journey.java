package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One person in a real browser, signed in through the real Keycloak, who has a keyboard and no mouse. */
public final class Journey implements AutoCloseable {
    private static final int MOST_TABS = 400;
    private static final int MOST_TRIES = 5;
    private static final String LISTEN = """
            for (const kind of ['mousedown', 'mouseup', 'mousemove', 'pointerdown', 'click', 'dblclick', 'wheel'])
              addEventListener(kind, event => {
                if (event.detail > 0 || kind.startsWith('pointer') || kind === 'mousemove' || kind === 'wheel') window.mouseWasUsed(kind);
              }, true);
            """;
    private static final String FIELDS = """
            button => {
              const form = button.form, fields = [];
              for (const [name, value] of new FormData(form, button)) fields.push([name, value]);
              return [form.getAttribute('action'), fields];
            }
            """;

    private final String base = "http://127.0.0.1:" + RestAssured.port;
    private final List<String> mouse = new ArrayList<>();
    private final BrowserContext context;
    private final Page page;
    private int status;

    /** A form as the browser would send it: where to, and what. */
    public record Form(String action, List<List<String>> fields) {
        /** The value of a field. */
        public String value(String name) {
            return fields.stream()
                    .filter(field -> field.getFirst().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getLast();
        }
    }

    /** What came back from a form that was sent apart from the page. */
    public record Answer(int status, String location, String text) {}

    private Journey() {
        context = Browser.open(Browser.WIDE, true);
        context.exposeBinding("mouseWasUsed", (source, words) -> mouse.add(String.valueOf(words[0])));
        context.addInitScript(LISTEN);
        page = context.newPage();
        page.onResponse(response -> {
            if (response.request().isNavigationRequest() && response.frame() == page.mainFrame())
                status = response.status();
        });
    }

    /** Somebody who has not signed in. */
    public static Journey visitor() {
        return new Journey();
    }

    /** A demonstration user who asks for a page, is sent to Keycloak, and comes back to that page. */
    public static Journey as(String user, String path) {
        Journey journey = new Journey();
        journey.page.navigate(journey.base + path);
        journey.signIn(user);
        return journey;
    }

    /** Fills the sign-in page of Keycloak; again when it refuses because it is just signing the same person in. */
    public void signIn(String user) {
        for (int tries = 0; tries < MOST_TRIES && !page.url().startsWith(base); tries++) {
            overwrite(page.locator("#username"), user);
            overwrite(page.locator("#password"), "terrain-" + user);
            page.waitForNavigation(() -> page.keyboard().press("Enter"));
        }
        page.waitForURL(url -> url.startsWith(base));
    }

    public Page page() {
        return page;
    }

    /** The HTTP status of the page that is shown. */
    public int status() {
        return status;
    }

    /** The path of the page that is shown, with its query. */
    public String path() {
        return page.url().substring(base.length());
    }

    public Journey open(String path) {
        page.navigate(base + path);
        return this;
    }

    /** Presses the button or link of this name, and waits for the page that follows. */
    public Journey press(String name) {
        Locator target = page.locator("main").getByRole(AriaRole.BUTTON, named(name));
        Locator found = target.count() > 0
                ? target.first()
                : page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                        .first();
        found.focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        return this;
    }

    /** Follows the first link of the page's content with this name, and waits for the page that follows. */
    public Journey follow(String name) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .focus();
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        return this;
    }

    /** Follows the link whose name holds this to the file behind it. */
    public Download download(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .focus();
        return page.waitForDownload(() -> page.keyboard().press("Enter"));
    }

    /** Presses a button that renews the page in place, and waits until the address holds this. */
    public Journey renew(String name, String address) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .focus();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains(address));
        return this;
    }

    /** Opens a fold of the page. */
    public Journey unfold(String name) {
        page.locator("summary").getByText(name).first().focus();
        page.keyboard().press("Enter");
        return this;
    }

    /** Writes into the field of this label, over what is there. */
    public Journey type(String label, String text) {
        Locator field = page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label))
                .first();
        overwrite(field, text);
        return this;
    }

    private void overwrite(Locator field, String text) {
        field.focus();
        page.keyboard().press("Control+A");
        page.keyboard().insertText(text);
    }

    /** Gives a date (ISO) to the field of this label. */
    public Journey date(String label, String day) {
        page.getByLabel(label).first().fill(day);
        return this;
    }

    /** Ticks the box or the choice of this label. */
    public Journey tick(String label) {
        Locator box = page.locator("label")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("input")
                .first();
        box.focus();
        if (!box.isChecked()) page.keyboard().press("Space");
        assertTrue(box.isChecked(), label);
        return this;
    }

    /** From the top of the page, the Tab key alone leads there. */
    public Journey reaches(String selector) {
        page.locator("h1").evaluate("() => document.activeElement.blur()");
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if ((boolean) page.locator(selector).evaluate("element => element === document.activeElement")) return this;
        }
        throw new AssertionError("not reached by Tab: " + selector);
    }

    /** Chooses in the list of this label the option that begins with these letters, all of them on an American keyboard. */
    public Journey choose(String label, String letters) {
        Locator list = page.getByLabel(label).first();
        list.focus();
        page.keyboard().type(letters);
        String chosen = (String) list.evaluate("list => list.selectedOptions[0].textContent");
        assertTrue(chosen.startsWith(letters), label + ": " + chosen);
        return this;
    }

    /** The page has this title, no fault that axe finds, and does not scroll sideways at 320 pixels. */
    public Journey sees(String heading) {
        assertEquals(
                heading,
                page.locator("h1").textContent().replaceAll("\\s+", " ").strip(),
                path());
        return mustBeClean();
    }

    /** No fault that axe finds, no sideways scroll at 320 pixels. */
    public Journey mustBeClean() {
        Browser.assertAccessible(page);
        page.setViewportSize(Browser.NARROW, Browser.HIGH);
        Browser.assertFits(page);
        page.setViewportSize(Browser.WIDE, Browser.HIGH);
        return this;
    }

    /** What the page says, blanks made single. */
    public String text() {
        return page.locator("main").innerText().replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    /** What the button of this name would send. */
    @SuppressWarnings("unchecked")
    public Form form(String button) {
        List<Object> read = (List<Object>) page.locator("main")
                .getByRole(AriaRole.BUTTON, named(button))
                .first()
                .evaluate(FIELDS);
        return new Form((String) read.getFirst(), (List<List<String>>) read.getLast());
    }

    /** Sends a form from this session without leaving the page, as a second click would. */
    public Answer send(Form form) {
        FormData data = FormData.create();
        form.fields().forEach(field -> data.append(field.getFirst(), field.getLast()));
        APIResponse answer = context.request()
                .post(
                        base + form.action(),
                        RequestOptions.create().setForm(data).setMaxRedirects(0));
        Map<String, String> headers = answer.headers();
        String location = headers.getOrDefault("location", "");
        return new Answer(
                answer.status(),
                location.startsWith(base) ? location.substring(base.length()) : location,
                answer.text());
    }

    /** A picture of the whole page, for who looks at it. */
    public Journey picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        return this;
    }

    /** Leaves; fails when the mouse was used on the way. */
    @Override
    public void close() {
        context.close();
        assertEquals(List.of(), mouse, "the mouse was used");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
