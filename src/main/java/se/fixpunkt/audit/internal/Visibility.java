package se.fixpunkt.audit.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import se.fixpunkt.audit.JournalLine;

/**
 * Whose lines somebody may read at this moment.
 *
 * @param organisation the one whose lines outside of projects; null for none
 * @param projects those whose lines
 */
record Visibility(UUID organisation, Set<UUID> projects) {
    Visibility {
        projects = Set.copyOf(projects);
    }

    boolean nothing() {
        return organisation == null && projects.isEmpty();
    }

    /** The organisation and the projects, as lines carry them. */
    Set<UUID> scopes() {
        Set<UUID> scopes = new HashSet<>(projects);
        if (organisation != null) {
            scopes.add(organisation);
        }
        return scopes;
    }

    boolean shows(JournalLine line) {
        return line.project() == null ? line.organisation().equals(organisation) : projects.contains(line.project());
    }
}
