package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real Chromium of the system, without a screen, one for all tests; and what every page in it must pass. */
public final class Browser {
    public static final int NARROW = 320;
    public static final int WIDE = 1280;
    static final int HIGH = 900;
    private static final int PATIENCE = 60_000;
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    private static final String BLAMED = """
            () => axe.run({resultTypes: ['violations']})
              .then(result => result.violations.map(rule => rule.id + ' ' + rule.nodes[0].html))
            """;

    private static com.microsoft.playwright.Browser chromium;

    private Browser() {}

    /** A new session of this width in CSS pixels, with or without JavaScript. */
    public static BrowserContext open(int width, boolean javaScript) {
        BrowserContext context = chromium()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, HIGH)
                        .setJavaScriptEnabled(javaScript)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setLocale("fr-FR"));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** Fails when axe finds anything on the page. Our pages have no frames: axe runs once, in the page, and says only what it blames. */
    public static void assertAccessible(Page page) {
        if ((boolean) page.evaluate("() => !window.axe")) page.evaluate(AxeBuilder.getAxeScript());
        assertEquals(List.of(), page.evaluate(BLAMED), "axe on " + page.url());
    }

    /** Fails when the page scrolls sideways. */
    public static void assertFits(Page page) {
        assertEquals(
                0,
                page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                "sideways scroll on " + page.url());
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null)
            chromium = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--use-angle=swiftshader",
                                    "--enable-unsafe-swiftshader",
                                    "--ignore-gpu-blocklist",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run")));
        return chromium;
    }
}
