package se.fixpunkt.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.fixpunkt.audit.Journal;
import se.fixpunkt.audit.JournalFilter;
import se.fixpunkt.audit.JournalLine;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.InvalidValue;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Page;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

@ApplicationScoped
class ReadJournal implements Journal {
    private static final String GATE = "the visibility made in the first statement is the gate: rights and permissions";
    private static final UUID BEYOND = new UUID(-1L, -1L);

    private final Access access;
    private final ProjectAccess projects;
    private final JournalRepository journal;
    private final LiveLines live;
    private final Caller caller;

    @Inject
    ReadJournal(Access access, ProjectAccess projects, JournalRepository journal, LiveLines live, Caller caller) {
        this.access = access;
        this.projects = projects;
        this.journal = journal;
        this.live = live;
        this.caller = caller;
    }

    @Override
    @Transactional
    @OpenToAnyone(because = GATE)
    public Page<JournalLine> find(JournalFilter filter, String after, int limit) {
        Visibility visibility = visibility(filter.project());
        List<JournalLine> lines = journal.find(filter, visibility, before(after), limit + 1);
        return Page.of(lines, limit, line -> line.id().toString());
    }

    @Override
    @OpenToAnyone(because = GATE)
    public Following follow(JournalFilter filter, UUID seen, Consumer<JournalLine> listener) {
        Visibility visibility = visibility(filter.project());
        return live.follow(line -> visibility.shows(line) && filter.fits(line), seen, listener);
    }

    private Visibility visibility(UUID project) {
        if (project != null) {
            projects.require(new ProjectId(project), Permission.READ_JOURNAL);
            return new Visibility(null, Set.of(project));
        }
        Set<UUID> readable = projects.all(Permission.READ_JOURNAL).stream()
                .map(ProjectId::value)
                .collect(Collectors.toUnmodifiableSet());
        UUID organisation =
                access.may(Right.READ_JOURNAL) ? caller.organisation().value() : null;
        Visibility visibility = new Visibility(organisation, readable);
        if (visibility.nothing()) {
            access.require(Right.READ_JOURNAL);
        }
        return visibility;
    }

    private static UUID before(String after) {
        if (after == null || after.isEmpty()) {
            return BEYOND;
        }
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException malformed) {
            throw new InvalidValue("after", "malformed");
        }
    }
}
