package se.fixpunkt.shared.faces;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** The version in every resource's address: a hash of their contents, so the same on all servers of one release. */
@WebListener
public class ResourceVersion implements ServletContextListener {
    private static final String PARAMETER = "org.omnifaces.VERSIONED_RESOURCE_HANDLER_VERSION";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext servletContext = event.getServletContext();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest(servletContext, "/resources/", digest);
            servletContext.setInitParameter(PARAMETER, HexFormat.of().formatHex(digest.digest(), 0, 6));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void digest(ServletContext servletContext, String directory, MessageDigest digest) {
        Set<String> paths = servletContext.getResourcePaths(directory);
        for (String path : paths == null ? Set.<String>of() : new TreeSet<>(paths)) {
            if (path.endsWith("/")) {
                digest(servletContext, path, digest);
            } else {
                try (InputStream in = servletContext.getResourceAsStream(path)) {
                    digest.update(in.readAllBytes());
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(path, unreadable);
                }
            }
        }
    }
}
