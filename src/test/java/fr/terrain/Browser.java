package fr.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium of the system, without a screen, and the accessibility rules that each page must pass. */
public final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--use-angle=swiftshader",
                            "--enable-unsafe-swiftshader",
                            "--ignore-gpu-blocklist")));

    /** A new session of this width in CSS pixels, with or without JavaScript. */
    public BrowserContext open(int width, boolean javaScript) {
        BrowserContext context = chromium.newContext(new NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(javaScript)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setLocale("fr-FR"));
        context.setDefaultTimeout(30_000);
        return context;
    }

    /** Fails when axe finds anything on the page. */
    public static void assertAccessible(Page page) {
        var found = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        assertEquals(
                List.of(),
                found.stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList(),
                page.url());
    }

    /** Fails when the page scrolls sideways. */
    public static void assertFits(Page page) {
        assertEquals(
                0,
                page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
                page.url());
    }

    @Override
    public void close() {
        playwright.close();
    }
}
