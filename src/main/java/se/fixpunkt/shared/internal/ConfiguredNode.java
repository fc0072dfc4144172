package se.fixpunkt.shared.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.shared.ThisNode;
import se.fixpunkt.shared.TimeOrderedId;

/** Its name from the environment, its version from the archive. */
@ApplicationScoped
class ConfiguredNode implements ThisNode {
    private static final int LONGEST = 64;
    private static final String UNKNOWN = "-";

    private final UUID instance = TimeOrderedId.next();
    private final String name;
    private volatile String version = UNKNOWN;

    @Inject
    ConfiguredNode(@ConfigProperty(name = "fixpunkt.node") Optional<String> configured) {
        this.name = cut(configured.filter(text -> !text.isBlank()).orElseGet(ConfiguredNode::ofMachine));
    }

    /** Before anything else starts, so that whoever starts can say what he is. */
    void read(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) @Initialized(ApplicationScoped.class)
                    Object application) {
        if (application instanceof ServletContext archive) {
            version = cut(versionOf(archive));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public UUID instance() {
        return instance;
    }

    private static String versionOf(ServletContext archive) {
        try (InputStream in = archive.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String written = in == null
                    ? null
                    : new Manifest(in).getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return written == null ? UNKNOWN : written;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String ofMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return UNKNOWN;
        }
    }
}
