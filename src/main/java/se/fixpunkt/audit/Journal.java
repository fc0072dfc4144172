package se.fixpunkt.audit;

import java.util.UUID;
import java.util.function.Consumer;
import se.fixpunkt.shared.Page;

/**
 * What happened, who did it, when and from where, with before and after. Read by this context's own pages and resources;
 * nobody else calls it.
 *
 * <p>A caller sees the lines of his organisation that belong to no project if he has the right to read the journal, and a
 * project's lines if he has the permission to read that project's journal, second factor included. Other lines do not
 * exist for him.
 */
public interface Journal {

    /**
     * Lines that fit, newest first.
     *
     * @throws se.fixpunkt.shared.Forbidden when the caller may read no journal at all
     * @throws SearchTooWide when looking for the text took too long
     */
    Page<JournalLine> find(JournalFilter filter, String after, int limit);

    /**
     * Gives each new line that fits to a listener, on a thread of the server, until it is closed. What the caller may see
     * is decided now: keep it open for seconds, not hours.
     *
     * @param seen the last line that the listener got before; lines since then come first, some of them perhaps again;
     *     null begins with the next line
     */
    Following follow(JournalFilter filter, UUID seen, Consumer<JournalLine> listener);

    /** An open listening. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
