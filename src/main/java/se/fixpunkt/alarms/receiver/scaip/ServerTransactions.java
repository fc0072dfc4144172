package se.fixpunkt.alarms.receiver.scaip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Requests on UDP that were seen already (RFC 3261 §17.2.2): a retransmission is not a new message. It gets the response
 * again where there is one, and silence while the commit is under way. A refused INVITE is kept like the others: its final
 * response is not repeated by us, because the sender repeats the request until it has it (§8.2.7). Used on the reactor's
 * thread only.
 */
final class ServerTransactions {
    /** Timers J and H: so long a retransmission may still come. */
    static final Duration KEPT_FOR = Duration.ofSeconds(32);

    private static final String COOKIE = "z9hG4bK";
    private static final int KEPT = 50_000;

    private final Clock clock;
    /** In the order in which they end. */
    private final Map<String, Transaction> transactions = new LinkedHashMap<>();

    ServerTransactions(Clock clock) {
        this.clock = clock;
    }

    /** One request. */
    static final class Transaction {
        private final Instant ends;
        private final Bytes body;
        private Bytes response;

        private Transaction(Instant ends, Bytes body) {
            this.ends = ends;
            this.body = body;
        }

        boolean isOf(Bytes sent) {
            return body.equals(sent);
        }

        /** @return null while there is none */
        Bytes response() {
            return response;
        }

        void answered(Bytes with) {
            response = with;
        }
    }

    /**
     * RFC 3261 §17.2.3, and its fallback for the branches of older devices: there the tag of To is left out, because none of
     * our requests is within a dialog. The call and its number count in either case: a device that writes the same branch all
     * its life still has its second alarm taken.
     *
     * @param method the request's, or the one that an ACK or CANCEL is about
     */
    static String key(SipMessage.Request request, String method, Via via, SipPath path) {
        String branch = via.parameter("branch").orElse("");
        String source = path.peer().getAddress().getHostAddress();
        SipFields fields = request.fields();
        String call = fields.first("call-id").orElse("");
        String number = fields.first("cseq").orElse("").split("\\s+", 2)[0];
        if (branch.length() > COOKIE.length() && branch.startsWith(COOKIE)) {
            return String.join("|", method, branch, call, number, via.sentBy(), source);
        }
        String tag = Party.tag(fields.first("from").orElse(""));
        return String.join("|", method, request.uri(), tag, call, number, via.sentBy(), branch, source);
    }

    /** @return null when there is none, or it has ended */
    Transaction find(String key) {
        Transaction found = transactions.get(key);
        return found == null || hasEnded(found) ? null : found;
    }

    Transaction begin(String key, Bytes body) {
        forgetEnded();
        Transaction begun = new Transaction(clock.instant().plus(KEPT_FOR), body);
        transactions.remove(key);
        transactions.put(key, begun);
        return begun;
    }

    private void forgetEnded() {
        Iterator<Transaction> oldest = transactions.values().iterator();
        while (oldest.hasNext() && (hasEnded(oldest.next()) || transactions.size() >= KEPT)) {
            oldest.remove();
        }
    }

    private boolean hasEnded(Transaction transaction) {
        return !clock.instant().isBefore(transaction.ends);
    }
}
