package se.fixpunkt.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/**
 * Starts a database before Arquillian starts its server. That server inherits this process's environment, which Failsafe has set
 * (see {@code pom.xml}): the port is in {@code FIXPUNKT_DB_URL}.
 */
public final class DatabaseForInside implements LoadableExtension {
    private static final Pattern PORT = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/");

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Life.class);
    }

    /** Told by Arquillian when the first of its tests begins and after the last. */
    public static final class Life {
        private EmbeddedMariaDb database;

        public void start(@Observes(precedence = 100) BeforeSuite suite) {
            Map<String, String> environment = System.getenv();
            Matcher port = PORT.matcher(environment.getOrDefault("FIXPUNKT_DB_URL", ""));
            if (!port.find()) {
                throw new CannotStart("Tests inside the server need FIXPUNKT_DB_URL and the others in the environment;"
                        + " run them with Failsafe: ./mvnw verify -Dit.test=…");
            }
            Path target = Path.of("target").toAbsolutePath();
            Directories.delete(target.resolve("it-inside"));
            database = EmbeddedMariaDb.start(
                    target.resolve("it-inside"),
                    target.resolve("mariadb"),
                    Integer.parseInt(port.group(1)),
                    environment.get("FIXPUNKT_DB_PASSWORD"));
        }

        public void stop(@Observes(precedence = -100) AfterSuite suite) {
            if (database != null) {
                database.close();
            }
        }
    }
}
