package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectAccess;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.OrganisationId;

/** The gate: membership, second factor, permission, in that order, so that a stranger learns nothing from the refusal. */
@ApplicationScoped
class MemberAccess implements ProjectAccess {
    private final StandingRepository standings;
    private final Caller caller;

    @Inject
    MemberAccess(StandingRepository standings, Caller caller) {
        this.standings = standings;
        this.caller = caller;
    }

    @Override
    @OpenToAnyone(because = "it is the gate itself")
    public void require(ProjectId project, Permission permission) {
        admit(project, permission);
    }

    /** As {@link #require}, and gives what was read on the way. */
    Standing admit(ProjectId project, Permission permission) {
        Standing standing = standings.of(caller.requirePerson(), project).orElseThrow(NotFound::new);
        standing.require(permission, caller.secondFactorPassed());
        return standing;
    }

    @Override
    @OpenToAnyone(because = "it is the gate itself")
    public boolean may(ProjectId project, Permission permission) {
        Optional<Standing> standing = caller.person().flatMap(person -> standings.of(person, project));
        return standing.filter(found -> found.allows(permission, caller.secondFactorPassed()))
                .isPresent();
    }

    @Override
    @OpenToAnyone(because = "it is the gate itself")
    public Set<ProjectId> all(Permission permission) {
        boolean passed = caller.secondFactorPassed();
        return caller.person().stream()
                .flatMap(person -> standings.of(person).stream())
                .filter(standing -> standing.allows(permission, passed))
                .map(Standing::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @OpenToAnyone(because = "it tells a member which organisation he works for, and a stranger nothing")
    public OrganisationId owner(ProjectId project) {
        return standings
                .of(caller.requirePerson(), project)
                .orElseThrow(NotFound::new)
                .organisation();
    }
}
