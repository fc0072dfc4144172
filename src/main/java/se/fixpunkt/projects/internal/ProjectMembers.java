package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import se.fixpunkt.projects.LastProjectAdministrator;
import se.fixpunkt.projects.Member;
import se.fixpunkt.projects.MemberId;
import se.fixpunkt.projects.MemberRemoved;
import se.fixpunkt.projects.MemberRoleChanged;
import se.fixpunkt.projects.Members;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.projects.internal.MemberRepository.Membership;
import se.fixpunkt.shared.ChangedMeanwhile;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.PersonId;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.Person;

@ApplicationScoped
class ProjectMembers implements Members {
    private final MemberAccess access;
    private final MemberRepository members;
    private final ProjectRepository projects;
    private final Directory directory;
    private final Event<DomainEvent> events;

    @Inject
    ProjectMembers(
            MemberAccess access,
            MemberRepository members,
            ProjectRepository projects,
            Directory directory,
            Event<DomainEvent> events) {
        this.access = access;
        this.members = members;
        this.projects = projects;
        this.directory = directory;
        this.events = events;
    }

    @Override
    @Transactional
    public Page<Member> of(ProjectId project, String after, int limit) {
        access.require(project, Permission.READ);
        List<Membership> found = members.of(project, Cursor.ascending(after), limit + 1);
        Map<PersonId, Person> people =
                directory.people(found.stream().map(Membership::person).toList());
        return Page.of(found, limit, membership -> membership.id().toString())
                .map(membership -> member(membership, people));
    }

    @Override
    @Transactional
    public Member changeRole(ProjectId project, MemberId member, Role role) {
        Standing administrator = access.admit(project, Permission.ADMINISTER);
        Membership before = members.find(project, member).orElseThrow(NotFound::new);
        Map<PersonId, Person> people = directory.people(List.of(before.person()));
        if (before.role() == role) {
            return member(before, people);
        }
        if (before.role() == Role.ADMINISTRATOR) {
            oneAdministratorLess(project);
        }
        if (role == Role.ADMINISTRATOR) {
            projects.countAdministrator(project);
        }
        if (!members.changeRole(project, before, role)) {
            throw changedMeanwhile(before);
        }
        Member after = member(members.find(project, member).orElseThrow(NotFound::new), people);
        events.fire(new MemberRoleChanged(
                member, project, administrator.organisation(), after.name(), before.role(), role));
        return after;
    }

    @Override
    @Transactional
    public void remove(ProjectId project, MemberId member) {
        Standing administrator = access.admit(project, Permission.ADMINISTER);
        Membership before = members.find(project, member).orElseThrow(NotFound::new);
        if (before.role() == Role.ADMINISTRATOR) {
            oneAdministratorLess(project);
        }
        if (!members.remove(project, before)) {
            throw changedMeanwhile(before);
        }
        String name = member(before, directory.people(List.of(before.person()))).name();
        events.fire(
                new MemberRemoved(member, project, administrator.organisation(), before.person(), name, before.role()));
    }

    /** Decided on the project's own row, where two administrators who demote each other at once must meet. */
    private void oneAdministratorLess(ProjectId project) {
        if (!projects.discountAdministrator(project)) {
            throw new LastProjectAdministrator();
        }
    }

    private static Member member(Membership membership, Map<PersonId, Person> people) {
        Person person = people.get(membership.person());
        return new Member(
                membership.id(),
                membership.person(),
                person == null ? "–" : person.name(),
                person == null ? "–" : person.email().value(),
                membership.role(),
                membership.party(),
                membership.joinedAt(),
                membership.version());
    }

    private static ChangedMeanwhile changedMeanwhile(Membership before) {
        return new ChangedMeanwhile(Map.of("id", before.id().toString()));
    }
}
