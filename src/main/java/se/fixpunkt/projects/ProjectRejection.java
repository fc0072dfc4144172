package se.fixpunkt.projects;

import se.fixpunkt.shared.Rejection;

/** What this context refuses. */
@SuppressWarnings("serial")
public abstract sealed class ProjectRejection extends Rejection
        permits AlreadyInvited,
                AlreadyMember,
                InvitationForAnother,
                InvitationSpent,
                LastProjectAdministrator,
                PermissionFixed,
                SecondFactorNeeded {
    protected ProjectRejection(Kind kind) {
        super(kind);
    }
}
