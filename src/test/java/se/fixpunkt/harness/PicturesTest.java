package se.fixpunkt.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PicturesTest {

    @Test
    void likePicturesDoNotDiffer() {
        assertEquals(0, Pictures.differing(picture(100, 100, 0x336699), picture(100, 100, 0x386a95)));
    }

    @Test
    void aMovedPartIsCounted() {
        BufferedImage changed = picture(100, 100, 0xffffff);
        for (int x = 0; x < 10; x++) {
            changed.setRGB(x, 5, 0);
        }
        assertEquals(10, Pictures.differing(picture(100, 100, 0xffffff), changed));
    }

    @Test
    void aLongerPageDiffersByWhatIsLonger() {
        assertEquals(5000, Pictures.differing(picture(10, 10, 0), picture(10, 20, 0)));
    }

    private static BufferedImage picture(int width, int height, int colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, colour);
            }
        }
        return picture;
    }
}
