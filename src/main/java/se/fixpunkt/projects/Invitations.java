package se.fixpunkt.projects;

import se.fixpunkt.shared.Page;
import se.fixpunkt.users.EmailAddress;
import se.fixpunkt.users.Language;
import se.fixpunkt.users.Password;
import se.fixpunkt.users.PersonName;

/**
 * The only way into a project. A link with a token of 128 bits is mailed to one address, works once, for 96 hours, and only
 * for that address. Inviting, listing, revoking and sending again need {@link Permission#ADMINISTER}.
 */
public interface Invitations {

    /**
     * Mails an invitation.
     *
     * @param party the company that the person works for here, at most 200 characters; null or blank for none
     * @throws AlreadyInvited when one to this address is waiting
     * @throws AlreadyMember when the address is a member's
     */
    Invitation invite(ProjectId project, EmailAddress email, Role role, String party);

    /** Newest first, those that are spent too. */
    Page<Invitation> of(ProjectId project, String after, int limit);

    /**
     * Mails a new link, which lives 96 hours from now; the old one is dead.
     *
     * @throws InvitationSpent when it was accepted or revoked
     */
    Invitation resend(ProjectId project, InvitationId invitation);

    /**
     * Makes the link worthless. Revoking twice is as good as once.
     *
     * @throws InvitationSpent when it was accepted
     */
    void revoke(ProjectId project, InvitationId invitation);

    /**
     * What the token is good for.
     *
     * @throws se.fixpunkt.shared.NotFound for a token that is none, or was replaced by a newer letter
     * @throws InvitationSpent when it was accepted or revoked, or has expired
     */
    InvitationOffer offer(String token);

    /**
     * Joins as the signed-in person. Refuses as {@link #offer}.
     *
     * @throws se.fixpunkt.shared.NotSignedIn when nobody is signed in
     * @throws InvitationForAnother when somebody else is
     */
    ProjectId accept(String token);

    /**
     * Becomes a person of the project's organisation and joins, in one commit. Refuses as {@link #offer}.
     *
     * @throws se.fixpunkt.users.EmailTaken when the address belongs to a person already, who is to sign in instead
     * @throws se.fixpunkt.users.PasswordRefused when the password is too easily guessed; the invitation is still good
     */
    ProjectId acceptAsNewcomer(String token, PersonName name, Language language, Password password);
}
