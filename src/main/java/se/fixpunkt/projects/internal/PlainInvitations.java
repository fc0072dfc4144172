package se.fixpunkt.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import se.fixpunkt.projects.internal.PlainInvitationRepository.Plain;
import se.fixpunkt.projects.internal.PlainInvitationRepository.Sealed;
import se.fixpunkt.shared.OpenToAnyone;
import se.fixpunkt.shared.PlainRows;

/** Seals invitations that an earlier release wrote in plain text. */
@ApplicationScoped
class PlainInvitations implements PlainRows {
    private static final String WHY = "the node itself does it; nobody sees or changes an invitation by it";

    private final PlainInvitationRepository invitations;
    private final InvitationSeal seal;

    @Inject
    PlainInvitations(PlainInvitationRepository invitations, InvitationSeal seal) {
        this.invitations = invitations;
        this.seal = seal;
    }

    @Override
    @OpenToAnyone(because = WHY)
    public String table() {
        return "project_invitation";
    }

    @Override
    @OpenToAnyone(because = WHY)
    public long left() {
        return invitations.count();
    }

    @Override
    @OpenToAnyone(because = WHY)
    public int sealSome(int most) {
        return (int) invitations.some(most).stream()
                .filter(plain -> invitations.replace(plain.id(), sealed(plain)))
                .count();
    }

    /** Two to one address, of nodes of different releases, both stay good; the one without the hash is not counted. */
    private Sealed sealed(Plain plain) {
        byte[] hash = seal.hash(plain.email());
        return new Sealed(
                seal.sealEmail(plain.email(), plain.id()),
                invitations.isTaken(hash, plain) ? null : hash,
                seal.sealInviter(plain.inviter(), plain.id()));
    }
}
