package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import se.fixpunkt.projects.InvitationForAnother;
import se.fixpunkt.projects.InvitationSpent;
import se.fixpunkt.projects.InvitationState;
import se.fixpunkt.projects.MemberId;
import se.fixpunkt.projects.MemberJoined;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.NotSignedIn;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Enrolment;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;

/** How a token becomes a membership: used up first, so that of two who try at once only one goes on. */
@ApplicationScoped
class Admission {
    private final InvitationRepository invitations;
    private final InvitationToken tokens;
    private final MemberRepository members;
    private final ProjectRepository projects;
    private final Directory directory;
    private final Enrolment enrolment;
    private final Caller caller;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    Admission(
            InvitationRepository invitations,
            InvitationToken tokens,
            MemberRepository members,
            ProjectRepository projects,
            Directory directory,
            Enrolment enrolment,
            Caller caller,
            Clock clock,
            Event<DomainEvent> events) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.members = members;
        this.projects = projects;
        this.directory = directory;
        this.enrolment = enrolment;
        this.caller = caller;
        this.clock = clock;
        this.events = events;
    }

    /** The invitation behind a token that still works. */
    StoredInvitation waiting(String token) {
        StoredInvitation invitation =
                invitations.find(tokens.fingerprint(token)).orElseThrow(NotFound::new);
        invitation.requireWaiting(clock.instant());
        return invitation;
    }

    ProjectId ofCaller(String token) {
        StoredInvitation invitation = waiting(token);
        Person person = directory.person(caller.requirePerson()).orElseThrow(NotSignedIn::new);
        if (!person.email().key().equals(invitation.email())) {
            throw new InvitationForAnother();
        }
        use(token);
        join(invitation, person);
        return invitation.project();
    }

    ProjectId ofNewcomer(String token, PersonName name, Language language, Password password) {
        StoredInvitation invitation = waiting(token);
        use(token);
        Person person = enrolment.enrol(
                invitation.organisation(), new EmailAddress(invitation.email()), name, language, password);
        join(invitation, person);
        return invitation.project();
    }

    private void use(String token) {
        if (!invitations.use(tokens.fingerprint(token), clock.instant())) {
            throw new InvitationSpent(InvitationState.ACCEPTED);
        }
    }

    /** Somebody who came in another way meanwhile keeps the role he has. */
    private void join(StoredInvitation invitation, Person person) {
        invitations.acceptedBy(invitation.id(), person.id());
        ProjectId project = invitation.project();
        if (members.find(project, person.id()).isPresent()) {
            return;
        }
        if (invitation.role() == Role.ADMINISTRATOR) {
            projects.countAdministrator(project);
        }
        MemberId member = MemberId.next();
        Instant now = clock.instant();
        members.add(member, project, person.id(), invitation.role(), invitation.partyId(), now);
        events.fire(new MemberJoined(
                member, project, invitation.organisation(), person.id(), invitation.email(), invitation.role()));
    }
}
