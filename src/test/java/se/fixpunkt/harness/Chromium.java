package se.fixpunkt.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The machine's Chromium, headless. One per test class: close it afterwards. Every page that it gives notes what
 * browsers complain about (errors of scripts, refused by the policy), see {@link #complaints()}.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final String url;
    private final List<String> complaints = new ArrayList<>();

    /** Nothing is waited for longer than it takes; a machine that is taken away for seconds fails no test. */
    private static final double PATIENCE_MILLIS = 60_000;

    private Chromium(Playwright playwright, Browser browser, String url) {
        this.playwright = playwright;
        this.browser = browser;
        this.url = url;
    }

    /**
     * Starts it.
     *
     * @param url of the Fixpunkt that its pages are of
     */
    public static Chromium start(String url) {
        Path executable = PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new CannotStart("Chromium is missing: apt-get install chromium"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--font-render-hinting=none",
                                "--force-color-profile=srgb")));
        return new Chromium(playwright, browser, url);
    }

    /** A fresh visitor at a desk, 1440 pixels wide. */
    public Page desk() {
        return visitor(1440, 900, false);
    }

    /** A fresh visitor on a phone, 390 pixels wide, with thumbs. */
    public Page phone() {
        return visitor(390, 844, true);
    }

    /** A fresh visitor: no cookies but Swedish and light, nothing moves. */
    public Page visitor(int width, int height, boolean phone) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                // A cluster's certificates are of an authority made for the test.
                .setIgnoreHTTPSErrors(url.startsWith("https:"))
                .setViewportSize(width, height)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Europe/Stockholm")
                .setLocale("sv-SE")
                .setHasTouch(phone)
                .setIsMobile(phone));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.addCookies(List.of(new Cookie("theme", "light").setUrl(url), new Cookie("lang", "sv").setUrl(url)));
        Page page = context.newPage();
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (Stream.of("Content Security Policy", "Uncaught").anyMatch(message.text()::contains)) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    /** Errors in scripts and refusals by the content policy, of all pages so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
