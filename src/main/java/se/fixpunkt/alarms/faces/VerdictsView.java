package se.fixpunkt.alarms.faces;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The verdicts of exchanges that have words; of those that end with a dash a number follows. */
@Named
@ApplicationScoped
public class VerdictsView {
    private static final List<String> WORDS = List.of(
            "stored",
            "repeat",
            "retransmission",
            "delivered",
            "acknowledged",
            "options",
            "challenged",
            "unknown-device",
            "wrong-key",
            "no-key",
            "not-encrypted",
            "wrong-password",
            "wrong-signature",
            "no-signature",
            "replayed",
            "wrong-time",
            "not-understood",
            "not-supported",
            "not-stored",
            "not-delivered",
            "bad-crc",
            "bad-length",
            "no-account",
            "bad-account",
            "bad-identity",
            "bad-idempotency-key",
            "malformed",
            "unfinished",
            "unexpected",
            "garbage",
            "too-large",
            "too-often",
            "too-many",
            "failed",
            "tls-failed",
            "tls-crowded",
            "refused-",
            "snu-",
            "status-");

    public List<String> getWords() {
        return WORDS;
    }
}
