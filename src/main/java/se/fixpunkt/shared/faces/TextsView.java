package se.fixpunkt.shared.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import se.fixpunkt.shared.Texts;

/** The texts in the page's language: {@code #{msg['bills.import.title']}}, {@code #{msg.format('bills.rows', count)}}. */
@Named("msg")
@RequestScoped
public class TextsView extends AbstractMap<String, String> {
    private final Texts texts;
    private final ShellView shell;

    @Inject
    TextsView(Texts texts, ShellView shell) {
        this.texts = texts;
        this.shell = shell;
    }

    @Override
    public String get(Object key) {
        return texts.text(shell.getLocale(), String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return texts.has(String.valueOf(key));
    }

    /** The text as a pattern ({@code {0}}), filled in. */
    public String format(String key, Object... values) {
        return texts.format(shell.getLocale(), key, values);
    }

    /** The texts can be asked for, not listed. */
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
