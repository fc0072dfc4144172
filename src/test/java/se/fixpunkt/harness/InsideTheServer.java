package se.fixpunkt.harness;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archive for tests that stand inside the container: the delivered WAR with the test in it. */
public final class InsideTheServer {
    private InsideTheServer() {}

    /** The WAR with these classes added; for a test's {@code @Deployment}. */
    public static WebArchive with(Class<?>... added) {
        return ShrinkWrap.createFromZipFile(
                        WebArchive.class, new File(System.getProperty("fixpunkt.war", "target/fixpunkt.war")))
                .addClasses(added);
    }
}
