package se.fixpunkt.alarms.receiver.scaip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Interpreter;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;

/**
 * Decides what a SCAIP request means and is answered.
 *
 * @param transfer the number that devices are to call; empty when they call one of their own
 */
record MrqInterpreter(Mrq mrq, MessageAnswer answer, String transfer) implements Interpreter {
    /** A device may begin its references anew after a restart; nobody retries for this long. */
    private static final Duration REPEATED_WITHIN = Duration.ofDays(1);

    @Override
    public Interpretation interpret(Optional<Sender> sender) {
        if (sender.isEmpty()) {
            return new Refused(
                    "unknown-device",
                    mrq.decoded(),
                    wrap(Mrs.unknownDevice(mrq.ref()).bytes()));
        }
        SignalKind kind = ScaipCodes.kind(mrq);
        AlarmKind about = ScaipCodes.about(mrq);
        Signal signal = new Signal(
                mrq.ref(),
                new RepeatKey("scaip|" + mrq.cid() + "|" + mrq.ref(), REPEATED_WITHIN),
                kind,
                about,
                about.priority(),
                code(),
                words(),
                Optional.empty(),
                mrq.decoded() + "\nkind: " + kind + " " + about.wire());
        return new Accepted(signal, mrs(kind).bytes(), this::wrap);
    }

    /** The response to the request, and then a message of our own with the answer. */
    private List<Bytes> wrap(Bytes mrs) {
        return List.of(answer.ok(), answer.message(mrs));
    }

    private Mrs mrs(SignalKind kind) {
        if (kind != SignalKind.ALARM) {
            return Mrs.taken(mrq.ref());
        }
        return mrq.isMute() ? Mrs.mute(mrq.ref()) : Mrs.call(mrq.ref(), transfer);
    }

    private String code() {
        return mrq.statusCode().isEmpty() ? mrq.deviceType() : mrq.deviceType() + "/" + mrq.statusCode();
    }

    private String words() {
        String told = Stream.of("dte", "lte", "stt", "ite")
                .map(mrq::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
        String codes = "dty " + mrq.deviceType() + (mrq.statusCode().isEmpty() ? "" : " stc " + mrq.statusCode());
        return told.isEmpty() ? codes : told;
    }
}
