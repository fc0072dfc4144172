package se.fixpunkt.alarms.receiver.scaip;

import se.fixpunkt.alarms.domain.Bytes;

/** A SIP message taken apart, RFC 3261 §7. */
sealed interface SipMessage {
    SipFields fields();

    Bytes body();

    /**
     * @param uri as written; not checked
     * @param version {@code SIP/2.0} from everybody who is one of us
     * @param whole whether the body is as long as the message says, or is a whole document
     */
    record Request(String method, String uri, String version, SipFields fields, Bytes body, boolean whole)
            implements SipMessage {}

    record Response(int status, SipFields fields, Bytes body) implements SipMessage {}
}
