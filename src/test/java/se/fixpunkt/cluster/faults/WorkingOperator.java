package se.fixpunkt.cluster.faults;

import jakarta.json.JsonArray;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import se.fixpunkt.cluster.faults.ActionBook.Action;
import se.fixpunkt.cluster.faults.ActionBook.Outcome;
import se.fixpunkt.harness.Api;

/**
 * An operator through the load balancer, signed in once for the whole suite: takes an alarm that seems to be open, writes a
 * note and closes it. An action whose outcome is unknown is repeated until it is known, as a person would.
 */
final class WorkingOperator implements Load.Turn {
    private static final int SEEN_AT_ONCE = 20;
    private static final long LOOK_MILLIS = 150;

    private final String name;
    private final Api api;
    private final ActionBook book;

    WorkingOperator(String name, Api api, ActionBook book) {
        this.name = name;
        this.api = api;
        this.book = book;
    }

    @Override
    public void take() throws InterruptedException {
        Thread.sleep(LOOK_MILLIS);
        String alarm = anOpenOne();
        if (alarm.isEmpty() || act(alarm, "AlarmTaken", "", "take", Map.of()) != Outcome.DONE) {
            return;
        }
        String note = "anteckning " + UUID.randomUUID();
        act(alarm, "AlarmNoted", note, "notes", Map.of("text", note));
        String closing = "avslut " + UUID.randomUUID();
        Outcome closed;
        do {
            closed = act(alarm, "AlarmClosed", closing, "close", Map.of("disposition", "handled", "text", closing));
        } while (closed == Outcome.UNKNOWN);
    }

    /** Everybody looks at the same few, so that they meet. */
    private String anOpenOne() {
        try {
            Api.Answer answer = api.get("alarms?state=open&limit=" + SEEN_AT_ONCE);
            if (answer.status() != 200) {
                return "";
            }
            JsonArray open = answer.items();
            return open.isEmpty()
                    ? ""
                    : open.getJsonObject(ThreadLocalRandom.current().nextInt(open.size()))
                            .getString("id");
        } catch (Api.Unanswered nobody) {
            return "";
        }
    }

    private Outcome act(String alarm, String kind, String text, String call, Map<String, String> body)
            throws InterruptedException {
        Outcome outcome;
        try {
            outcome = outcome(api.post("alarms/" + alarm + "/" + call, body).status());
        } catch (Api.Unanswered nobody) {
            outcome = Outcome.UNKNOWN;
        }
        book.add(new Action(name, alarm, kind, text, outcome, System.nanoTime()));
        if (outcome == Outcome.UNKNOWN) {
            Thread.sleep(LOOK_MILLIS);
        }
        return outcome;
    }

    private static Outcome outcome(int status) {
        if (status < 300) {
            return Outcome.DONE;
        }
        if (status == 401) {
            return Outcome.SIGNED_OUT;
        }
        return status < 500 ? Outcome.REFUSED : Outcome.UNKNOWN;
    }
}
