package se.fixpunkt.alarms.receiver.sosaccess;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The three requests, each with the answer that belongs to it. */
enum Kind {
    ALARM("alarmrequest", "alarmresponse"),
    PING("pingrequest", "pingresponse"),
    NEW_PASSWORD("requestnewauthentication", "requestnewauthenticationresponse");

    private final String request;
    private final String response;

    Kind(String request, String response) {
        this.request = request;
        this.response = response;
    }

    String request() {
        return request;
    }

    String response() {
        return response;
    }

    /** The fields that the request cannot do without. */
    List<String> mandatory() {
        return this == ALARM
                ? List.of(Request.PASSWORD, "receiver", "transmittertype", "transmittercode", "eventcode")
                : List.of(Request.PASSWORD, "transmittertype", "transmittercode");
    }

    /** @param root the local name of a document's first element, in lower case */
    static Optional<Kind> asked(String root) {
        return Arrays.stream(values()).filter(kind -> kind.request.equals(root)).findFirst();
    }

    /** Whether it is an answer of the kind that we give; it must never be answered. */
    static boolean isAnswer(String root) {
        return Arrays.stream(values()).anyMatch(kind -> kind.response.equals(root));
    }
}
