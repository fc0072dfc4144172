package se.fixpunkt.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import se.fixpunkt.harness.CannotStart;

class DemoOptionsTest {
    private final Properties given = new Properties();

    @Test
    void usesThePortsOfTheContractWhenNothingIsSaid() {
        DemoOptions options = DemoOptions.from(given);

        assertEquals(8080, options.ports().http());
        assertEquals(8025, options.ports().inbox());
        assertEquals(5060, options.ports().sip());
        assertEquals(5093, options.ports().dc09());
        assertEquals(5094, options.ports().sosAccess());
        assertEquals(Path.of("target/demo").toAbsolutePath(), options.data());
        assertFalse(options.fresh());
    }

    @Test
    void beginsFreshWhenAskedWithOrWithoutAValue() {
        given.setProperty("demo.fresh", "");
        assertTrue(DemoOptions.from(given).fresh());

        given.setProperty("demo.fresh", "true");
        assertTrue(DemoOptions.from(given).fresh());

        given.setProperty("demo.fresh", "false");
        assertFalse(DemoOptions.from(given).fresh());
    }

    @Test
    void takesOtherPorts() {
        given.setProperty("demo.http.port", "8081");

        assertEquals(8081, DemoOptions.from(given).ports().http());
    }

    @Test
    void refusesWhatIsNoPort() {
        for (String wrong : new String[] {"x", "0", "65536", "-1", ""}) {
            given.setProperty("demo.http.port", wrong);
            assertThrows(CannotStart.class, () -> DemoOptions.from(given), wrong);
        }
    }
}
