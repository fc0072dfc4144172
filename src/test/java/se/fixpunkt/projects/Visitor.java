package se.fixpunkt.projects;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import se.fixpunkt.harness.RunningFixpunkt;

/** Somebody who uses the pages. */
public final class Visitor {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private Visitor() {}

    /** Signs in on the sign-in page and goes to an address. */
    public static Page signIn(Page page, String email, String address) {
        return signIn(page, email, RunningFixpunkt.PASSWORD, address);
    }

    public static Page signIn(Page page, String email, String password, String address) {
        page.navigate("/signin/sign-in");
        page.locator("#signIn\\:email").fill(email);
        page.locator("#signIn\\:password").fill(password);
        page.locator("#signIn\\:enter").click();
        page.waitForURL(url -> !url.contains("/signin/"));
        page.navigate(address);
        return page;
    }

    /** Keeps what the page looks like, to be looked at. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
