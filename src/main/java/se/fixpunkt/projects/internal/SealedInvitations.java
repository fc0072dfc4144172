package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import se.fixpunkt.shared.SealedColumn;

/** Names the sealed columns of invitations, for the day that the sealing key changes. */
@ApplicationScoped
class SealedInvitations {
    private static final String TABLE = "project_invitation";

    @Produces
    @Dependent
    SealedColumn emails() {
        return new SealedColumn(TABLE, "sealed_email", InvitationSeal.EMAIL);
    }

    @Produces
    @Dependent
    SealedColumn inviters() {
        return new SealedColumn(TABLE, "sealed_inviter", InvitationSeal.INVITER);
    }
}
