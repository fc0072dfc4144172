package se.fixpunkt.alarms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * What a message is.
 *
 * @param protocol null when it is none that we speak
 * @param verdict what the conversation log would say; empty when nobody can tell
 * @param answers what the sender would be answered, in order
 */
public record Explained(
        Protocol protocol,
        int length,
        String verdict,
        List<Field> fields,
        List<Finding> findings,
        List<Bytes> answers) {
    public Explained {
        fields = List.copyOf(fields);
        findings = List.copyOf(findings);
        answers = List.copyOf(answers);
    }

    /** One field of the message, under the protocol's own name. */
    public record Field(String name, String value) {
        /** From the decoded form of the conversation log: {@code name: value}, one a line. */
        public static List<Field> of(String decoded) {
            List<Field> fields = new ArrayList<>();
            decoded.lines().filter(line -> !line.isBlank()).forEach(line -> {
                int colon = line.indexOf(": ");
                fields.add(
                        colon < 0
                                ? new Field("", line)
                                : new Field(line.substring(0, colon), line.substring(colon + 2)));
            });
            return fields;
        }
    }

    /**
     * Something worth saying about it.
     *
     * @param wrong whether the message must be changed, or its sender's registration
     * @param code a stable word; its text for people is in the bundle
     * @param values what the text names
     */
    public record Finding(boolean wrong, String code, List<String> values) {
        public Finding {
            values = List.copyOf(values);
        }

        public static Finding wrong(String code, Object... values) {
            return new Finding(
                    true, code, Arrays.stream(values).map(String::valueOf).toList());
        }

        public static Finding note(String code, Object... values) {
            return new Finding(
                    false, code, Arrays.stream(values).map(String::valueOf).toList());
        }
    }
}
