package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import se.fixpunkt.projects.ListedProject;
import se.fixpunkt.projects.MemberId;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.Project;
import se.fixpunkt.projects.ProjectChange;
import se.fixpunkt.projects.ProjectChanged;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.ProjectOpened;
import se.fixpunkt.projects.Projects;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.ChangedMeanwhile;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

@ApplicationScoped
class OpenProjects implements Projects {
    private static final int LONGEST_NAME = 200;

    private final Access access;
    private final MemberAccess gate;
    private final ProjectRepository projects;
    private final MemberRepository members;
    private final StandingRepository standings;
    private final Caller caller;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    OpenProjects(
            Access access,
            MemberAccess gate,
            ProjectRepository projects,
            MemberRepository members,
            StandingRepository standings,
            Caller caller,
            Clock clock,
            Event<DomainEvent> events) {
        this.access = access;
        this.gate = gate;
        this.projects = projects;
        this.members = members;
        this.standings = standings;
        this.caller = caller;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Project open(String name, boolean twoFactorRequired) {
        access.require(Right.OPEN_PROJECTS);
        String line = Text.line(name, "name", LONGEST_NAME);
        ProjectId id = ProjectId.next();
        PersonId opener = caller.requirePerson();
        Instant now = clock.instant();
        projects.add(id, caller.organisation(), line, twoFactorRequired, opener, now);
        projects.countAdministrator(id);
        members.add(MemberId.next(), id, opener, Role.ADMINISTRATOR, null, now);
        events.fire(new ProjectOpened(id, caller.organisation(), line, twoFactorRequired));
        return standings.of(opener, id).orElseThrow().asProject();
    }

    @Override
    @Transactional
    @OpenToAnyone(because = "it lists only what the caller is a member of")
    public Page<ListedProject> mine(String after, int limit) {
        PersonId person = caller.requirePerson();
        UUID before = Cursor.descending(after);
        boolean passed = caller.secondFactorPassed();
        return Page.of(standings.of(person, before, limit + 1), limit, standing -> standing.id()
                        .toString())
                .map(standing -> new ListedProject(
                        standing.id(),
                        standing.name(),
                        standing.twoFactorRequired(),
                        standing.role(),
                        standing.locked(passed)));
    }

    @Override
    @Transactional
    public Project get(ProjectId project) {
        return gate.admit(project, Permission.READ).asProject();
    }

    @Override
    @Transactional
    public Project change(ProjectId project, ProjectChange change) {
        Standing before = gate.admit(project, Permission.ADMINISTER);
        if (change.version() != null && change.version() != before.version()) {
            throw changedMeanwhile(before);
        }
        String name = change.name() == null ? before.name() : Text.line(change.name(), "name", LONGEST_NAME);
        boolean demand = change.twoFactorRequired() == null ? before.twoFactorRequired() : change.twoFactorRequired();
        if (name.equals(before.name()) && demand == before.twoFactorRequired()) {
            return before.asProject();
        }
        if (!projects.change(project, before.version(), name, demand)) {
            throw changedMeanwhile(standings.of(caller.requirePerson(), project).orElse(before));
        }
        events.fire(new ProjectChanged(
                project,
                before.organisation(),
                fields(before.name(), before.twoFactorRequired()),
                fields(name, demand)));
        return standings.of(caller.requirePerson(), project).orElseThrow().asProject();
    }

    private static ChangedMeanwhile changedMeanwhile(Standing now) {
        return new ChangedMeanwhile(Map.of(
                "id", now.id().toString(),
                "name", now.name(),
                "twoFactorRequired", now.twoFactorRequired(),
                "version", now.version()));
    }

    private static Map<String, Object> fields(String name, boolean twoFactorRequired) {
        return Map.of("name", name, "twoFactorRequired", twoFactorRequired);
    }
}
