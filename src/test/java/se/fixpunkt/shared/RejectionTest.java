package se.fixpunkt.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectionTest {
    @Test
    void isKnownByItsNameInKebabCase() {
        assertEquals("not-signed-in", new NotSignedIn().problem());
        assertEquals("changed-meanwhile", new ChangedMeanwhile(Map.of()).problem());
    }

    @Test
    void tellsItsDataInItsMessage() {
        assertEquals("forbidden {right=PRICE}", new Forbidden("PRICE").getMessage());
    }
}
