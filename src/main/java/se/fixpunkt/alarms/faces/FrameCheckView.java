package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.users.Access;
import se.fixpunkt.users.Right;

/** The frame check; the page's script asks. */
@Named
@RequestScoped
public class FrameCheckView {
    /** The texts that the script needs: one for each finding. */
    private static final List<String> WORDS = List.of(
            "right",
            "silent",
            "no-protocol",
            "answer",
            "unknown-device",
            "no-key",
            "wrong-key",
            "wrong-password",
            "wrong-signature",
            "not-supported",
            "time-right",
            "time-ahead",
            "time-behind",
            "dc09-no-frame",
            "dc09-crc",
            "dc09-crc-cr",
            "dc09-length",
            "dc09-decimal-length",
            "dc09-no-cr",
            "dc09-no-end",
            "dc09-no-lf",
            "dc09-syntax",
            "dc09-no-account",
            "dc09-bad-account",
            "dc09-not-encrypted",
            "dc09-no-time",
            "dc09-time-unread",
            "dc09-event",
            "dc09-id",
            "scaip-body-only",
            "scaip-no-sip",
            "scaip-header",
            "scaip-method",
            "scaip-options",
            "scaip-snu",
            "scaip-from",
            "sosaccess-root",
            "sosaccess-garbage",
            "sosaccess-behind",
            "sosaccess-unfinished",
            "sosaccess-documents",
            "sosaccess-status",
            "sosaccess-missing",
            "sosaccess-field",
            "webhook-body",
            "webhook-too-large",
            "webhook-body-only",
            "webhook-no-signature",
            "webhook-identity",
            "webhook-idempotency-key");

    private final Access access;

    @Inject
    FrameCheckView(Access access) {
        this.access = access;
    }

    public void open() {
        access.require(Right.READ_COMMUNICATION);
    }

    public List<String> getProtocols() {
        return Arrays.stream(Protocol.values()).map(Protocol::wire).toList();
    }

    public List<String> getWords() {
        return WORDS;
    }
}
