package se.fixpunkt.shared.internal;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import se.fixpunkt.shared.Texts;

/** Reads the bundles once, at start: a key written twice stops the start, so it is never found out by a customer. */
@ApplicationScoped
class BundledTexts implements Texts {
    private static final String ROOT = "/WEB-INF/classes/se/fixpunkt/";

    private final ServletContext servletContext;
    private final Map<String, Map<String, String>> byLanguage = new ConcurrentHashMap<>();

    @Inject
    BundledTexts(ServletContext servletContext) {
        this.servletContext = servletContext;
    }

    @PostConstruct
    void read() {
        for (Locale language : LANGUAGES) {
            byLanguage.put(language.getLanguage(), read(language.getLanguage()));
        }
    }

    /** Read at start, in a thread that has the servlet context; timers and receivers may then ask without one. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        has("");
    }

    @Override
    public boolean has(String key) {
        return of(SWEDISH).containsKey(key);
    }

    @Override
    public String text(Locale language, String key) {
        String text = of(language).get(key);
        return text == null ? "???" + key + "???" : text;
    }

    @Override
    public String format(Locale language, String key, Object... values) {
        return new MessageFormat(text(language, key), language).format(values);
    }

    private Map<String, String> of(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), byLanguage.getOrDefault("sv", Map.of()));
    }

    private Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>();
        for (String directory : directories()) {
            load(directory + "messages_" + language + ".properties").forEach((key, text) -> {
                if (texts.put(key.toString(), text.toString()) != null) {
                    throw new IllegalStateException("the text " + key + " is written in two contexts");
                }
            });
        }
        return Map.copyOf(texts);
    }

    private Set<String> directories() {
        Set<String> paths = servletContext.getResourcePaths(ROOT);
        return paths == null ? Set.of() : new TreeSet<>(paths);
    }

    private Properties load(String path) {
        Properties properties = new Properties();
        try (InputStream in = servletContext.getResourceAsStream(path)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
        return properties;
    }
}
