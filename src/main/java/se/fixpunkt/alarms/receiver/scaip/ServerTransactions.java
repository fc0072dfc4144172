package se.fixpunkt.alarms.receiver.scaip;

import java.util.LinkedHashMap;
import java.util.Map;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Requests on UDP that were seen already (RFC 3261 §17.2.2): a retransmission is not a new message. It gets the response
 * again where there is one, and silence while the commit is under way.
 */
final class ServerTransactions {
    private static final int KEPT = 50_000;

    private final Map<String, Transaction> transactions = new LinkedHashMap<>();

    /** One request. */
    static final class Transaction {
        private Bytes response;

        /** @return null while there is none */
        Bytes response() {
            return response;
        }

        void answered(Bytes with) {
            response = with;
        }
    }

    /** RFC 3261 §17.2.3, and its fallback for the branches of older devices. */
    static String key(SipMessage.Request request, Via via, SipPath path) {
        String branch = via.parameter("branch").orElse("");
        String source = path.peer().getAddress().getHostAddress();
        if (branch.startsWith("z9hG4bK")) {
            return String.join("|", request.method(), branch, via.sentBy(), source);
        }
        SipFields fields = request.fields();
        return String.join(
                "|",
                request.uri(),
                fields.first("from").orElse(""),
                fields.first("call-id").orElse(""),
                fields.first("cseq").orElse(""),
                via.sentBy(),
                branch,
                source);
    }

    Transaction find(String key) {
        return transactions.get(key);
    }

    Transaction begin(String key) {
        if (transactions.size() >= KEPT) {
            transactions.remove(transactions.keySet().iterator().next());
        }
        Transaction begun = new Transaction();
        transactions.put(key, begun);
        return begun;
    }

    void forget(String key) {
        transactions.remove(key);
    }
}
