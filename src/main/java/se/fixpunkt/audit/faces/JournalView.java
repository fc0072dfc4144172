package se.fixpunkt.audit.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import se.fixpunkt.audit.Journal;
import se.fixpunkt.audit.JournalFilter;
import se.fixpunkt.shared.faces.ShellView;

/** The page around the journal: the filter's choices and the words. The lines come through REST, by {@code audit-journal.js}. */
@Named
@RequestScoped
public class JournalView {
    private static final String KIND = "audit.kind.";
    private static final String FIELD = "audit.field.";
    private static final String SUBJECT = "audit.subject.";
    private static final String VALUE = "audit.value.";
    /** What values are called where they come from: a context's texts, and the field whose values they name. */
    private static final List<Values> NAMED = List.of(
            new Values("alarms", "alarms.kind.", "kind"),
            new Values("alarms", "alarms.state.", "state"),
            new Values("alarms", "alarms.disposition.", "disposition"),
            new Values("alarms", "alarms.protocol.", "protocol"),
            new Values("alarms", "alarms.verdict.", "verdict"),
            new Values("users", "users.right.", "rights"),
            new Values("projects", "projects.permission.", "permissions"),
            new Values("projects", "projects.role.", "role"));

    private final Journal journal;
    private final ShellView shell;
    private String project;
    private List<Word> kinds = List.of();
    private List<Word> words = List.of();

    @Inject
    public JournalView(Journal journal, ShellView shell) {
        this.journal = journal;
        this.shell = shell;
    }

    /** Asks the gate for the smallest page, so that nobody is shown the frame of what he may not read. */
    public void load() {
        journal.find(JournalFilter.of(project, null, null, null, null, null, null), null, 1);
        ResourceBundle texts = ResourceBundle.getBundle("se.fixpunkt.audit.messages", shell.getLocale());
        kinds = texts.keySet().stream()
                .filter(key -> key.startsWith(KIND))
                .map(key -> new Word(key.substring(KIND.length()), texts.getString(key)))
                .sorted(Comparator.comparing(Word::text))
                .toList();
        Stream<Word> own = texts.keySet().stream()
                .filter(key -> Stream.of(KIND, FIELD, SUBJECT, VALUE).anyMatch(key::startsWith))
                .map(key -> new Word(key.substring("audit.".length()), texts.getString(key)));
        words = Stream.concat(own, NAMED.stream().flatMap(named -> named.words(shell.getLocale())))
                .sorted(Comparator.comparing(Word::key))
                .toList();
    }

    public String getProject() {
        return project;
    }

    public void setProject(String project) {
        this.project = project;
    }

    public List<Word> getKinds() {
        return kinds;
    }

    /** What kinds, fields and values are called. */
    public List<Word> getWords() {
        return words;
    }

    /** A name of the program and what people call it. */
    public record Word(String key, String text) {}

    private record Values(String context, String prefix, String field) {
        Stream<Word> words(Locale language) {
            ResourceBundle texts = ResourceBundle.getBundle("se.fixpunkt." + context + ".messages", language);
            return texts.keySet().stream()
                    .filter(key -> key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0)
                    .map(key ->
                            new Word("value." + field + "." + key.substring(prefix.length()), texts.getString(key)));
        }
    }
}
