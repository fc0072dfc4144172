package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import se.fixpunkt.mail.Outbox;
import se.fixpunkt.projects.AlreadyInvited;
import se.fixpunkt.projects.AlreadyMember;
import se.fixpunkt.projects.Invitation;
import se.fixpunkt.projects.InvitationId;
import se.fixpunkt.projects.InvitationOffer;
import se.fixpunkt.projects.InvitationResent;
import se.fixpunkt.projects.InvitationRevoked;
import se.fixpunkt.projects.InvitationSpent;
import se.fixpunkt.projects.InvitationState;
import se.fixpunkt.projects.Invitations;
import se.fixpunkt.projects.Permission;
import se.fixpunkt.projects.PersonInvited;
import se.fixpunkt.projects.ProjectId;
import se.fixpunkt.projects.Role;
import se.fixpunkt.shared.Caller;
import se.fixpunkt.shared.DomainEvent;
import se.fixpunkt.shared.NotFound;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.Page;
import se.fixpunkt.shared.TimeOrderedId;
import se.fixpunkt.users.Directory;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.Person;
import se.fixpunkt.users.PersonName;

@ApplicationScoped
class ProjectInvitations implements Invitations {
    private static final Duration LIFE = Duration.ofDays(4);
    private static final int LONGEST_PARTY = 200;

    private final MemberAccess access;
    private final InvitationRepository invitations;
    private final MemberRepository members;
    private final Admission admission;
    private final InvitationToken tokens;
    private final InvitationLetter letters;
    private final Outbox outbox;
    private final Directory directory;
    private final Caller caller;
    private final Clock clock;
    private final Event<DomainEvent> events;

    @Inject
    ProjectInvitations(
            MemberAccess access,
            InvitationRepository invitations,
            MemberRepository members,
            Admission admission,
            InvitationToken tokens,
            InvitationLetter letters,
            Outbox outbox,
            Directory directory,
            Caller caller,
            Clock clock,
            Event<DomainEvent> events) {
        this.access = access;
        this.invitations = invitations;
        this.members = members;
        this.admission = admission;
        this.tokens = tokens;
        this.letters = letters;
        this.outbox = outbox;
        this.directory = directory;
        this.caller = caller;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Invitation invite(ProjectId project, EmailAddress email, Role role, String party) {
        Standing administrator = access.admit(project, Permission.ADMINISTER);
        Optional<Person> known = directory.personWith(email);
        if (known.flatMap(person -> members.find(project, person.id())).isPresent()) {
            throw new AlreadyMember();
        }
        Instant now = clock.instant();
        String company = party == null || party.isBlank() ? null : Text.line(party, "party", LONGEST_PARTY);
        StoredInvitation invitation = new StoredInvitation(
                InvitationId.next(),
                project,
                administrator.organisation(),
                administrator.name(),
                email.key(),
                role,
                invitations.party(project, company, TimeOrderedId.next()),
                company,
                caller.name(),
                now,
                now.plus(LIFE),
                false,
                false,
                1);
        String token = tokens.next();
        if (!invitations.add(invitation, tokens.fingerprint(token), caller.requirePerson())) {
            throw new AlreadyInvited();
        }
        outbox.post(letters.write(invitation, token, language(known)));
        events.fire(
                new PersonInvited(invitation.id(), project, administrator.organisation(), invitation.email(), role));
        return invitation.at(now);
    }

    @Override
    @Transactional
    public Page<Invitation> of(ProjectId project, String after, int limit) {
        access.require(project, Permission.ADMINISTER);
        Instant now = clock.instant();
        UUID before = Cursor.descending(after);
        return Page.of(
                invitations.of(project, before, limit + 1).stream()
                        .map(invitation -> invitation.at(now))
                        .toList(),
                limit,
                invitation -> invitation.id().toString());
    }

    @Override
    @Transactional
    public Invitation resend(ProjectId project, InvitationId id) {
        access.require(project, Permission.ADMINISTER);
        StoredInvitation invitation = invitations.find(project, id).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        String token = tokens.next();
        if (!invitations.renew(id, tokens.fingerprint(token), now.plus(LIFE))) {
            throw new InvitationSpent(invitation.stateAt(now));
        }
        StoredInvitation renewed = invitations.find(project, id).orElseThrow(NotFound::new);
        Optional<Person> known = directory.personWith(new EmailAddress(renewed.email()));
        outbox.post(letters.write(renewed, token, language(known)));
        events.fire(new InvitationResent(id, project, renewed.organisation(), renewed.email()));
        return renewed.at(now);
    }

    @Override
    @Transactional
    public void revoke(ProjectId project, InvitationId id) {
        access.require(project, Permission.ADMINISTER);
        StoredInvitation invitation = invitations.find(project, id).orElseThrow(NotFound::new);
        Instant now = clock.instant();
        if (invitation.stateAt(now) == InvitationState.REVOKED) {
            return;
        }
        if (!invitations.revoke(id, now)) {
            throw new InvitationSpent(InvitationState.ACCEPTED);
        }
        events.fire(new InvitationRevoked(id, project, invitation.organisation(), invitation.email()));
    }

    @Override
    @Transactional
    @OpenToAnyone(because = "the 128-bit token is the permission")
    public InvitationOffer offer(String token) {
        StoredInvitation invitation = admission.waiting(token);
        return new InvitationOffer(
                invitation.projectName(),
                invitation.invitedBy(),
                invitation.email(),
                invitation.role(),
                invitation.party(),
                invitation.expiresAt(),
                directory.personWith(new EmailAddress(invitation.email())).isPresent());
    }

    @Override
    @Transactional
    @OpenToAnyone(because = "the 128-bit token is the permission, and it is bound to the caller's address")
    public ProjectId accept(String token) {
        return admission.ofCaller(token);
    }

    @Override
    @Transactional
    @OpenToAnyone(because = "the 128-bit token is the permission; the newcomer is nobody yet")
    public ProjectId acceptAsNewcomer(String token, PersonName name, Language language, Password password) {
        return admission.ofNewcomer(token, name, language, password);
    }

    /** The invited person's own, where he has said; else the inviter's. */
    private Language language(Optional<Person> known) {
        return known.or(() -> caller.person().flatMap(directory::person))
                .map(Person::language)
                .orElse(Language.SWEDISH);
    }
}
