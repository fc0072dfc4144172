package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Compares a page with the picture of it that was looked at and kept in {@code src/test/pictures}. Fonts differ a little
 * between machines, so single pixels may; {@code -Dpictures.keep=true} keeps today's pictures instead of comparing.
 */
public final class Pictures {
    private static final Path KEPT = Path.of("src/test/pictures");
    private static final Path SEEN = Path.of("target/pictures");
    /** A pixel differs when a colour of it does by more than this, of 255. */
    private static final int PIXEL = 64;
    /** Pixels in ten thousand that may differ. */
    private static final long TOLERANCE = 60;

    private Pictures() {}

    /** Fails when the whole page looks different from the kept picture; today's is then in {@code target/pictures}. */
    public static void compare(Page page, String name) {
        page.evaluate("() => document.fonts.ready.then(() => true)");
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
        try {
            Path kept = KEPT.resolve(name + ".png");
            if (Boolean.getBoolean("pictures.keep")) {
                Files.createDirectories(KEPT);
                Files.write(kept, png);
                return;
            }
            Files.createDirectories(SEEN);
            Files.write(SEEN.resolve(name + ".png"), png);
            assertTrue(
                    Files.exists(kept),
                    () -> kept + " is missing: look at the page, then run with -Dpictures.keep=true");
            long differing = differing(ImageIO.read(kept.toFile()), ImageIO.read(new ByteArrayInputStream(png)));
            assertTrue(
                    differing <= TOLERANCE,
                    () -> name + " differs in " + differing + " pixels of ten thousand; compare " + kept + " with "
                            + SEEN.resolve(name + ".png"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** In ten thousand; what one picture has and the other has not differs. */
    static long differing(BufferedImage one, BufferedImage other) {
        int width = Math.max(one.getWidth(), other.getWidth());
        int height = Math.max(one.getHeight(), other.getHeight());
        long differing = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!inside(one, x, y) || !inside(other, x, y) || differs(one.getRGB(x, y), other.getRGB(x, y))) {
                    differing++;
                }
            }
        }
        return differing * 10_000 / ((long) width * height);
    }

    private static boolean inside(BufferedImage picture, int x, int y) {
        return x < picture.getWidth() && y < picture.getHeight();
    }

    private static boolean differs(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > PIXEL) {
                return true;
            }
        }
        return false;
    }
}
