package se.fixpunkt.alarms.receiver.scaip;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Proof;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Interpreter;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.Position;
import se.fixpunkt.alarms.domain.RepeatKey;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.alarms.domain.UsualCodes;

/**
 * Decides what a SCAIP request means and is answered.
 *
 * @param at when it arrived
 * @param transfer the number that devices are to call; empty when they call one of their own
 */
record MrqInterpreter(Mrq mrq, MessageAnswer answer, Instant at, Digest digest, String transfer)
        implements Interpreter {
    /** A device may begin its references anew after a restart; nobody retries for this long. */
    private static final Duration REPEATED_WITHIN = Duration.ofHours(1);

    /** Of a message that is looked at again: what was asked of the device then is not believed any more. */
    MrqInterpreter(Mrq mrq, MessageAnswer answer, String transfer) {
        this(mrq, answer, Instant.EPOCH, Digest.AFTERWARDS, transfer);
    }

    @Override
    public Interpretation interpret(Optional<Sender> sender) {
        if (sender.isEmpty()) {
            return new Refused(
                    "unknown-device",
                    mrq.decoded(),
                    wrap(Mrs.unknownDevice(mrq.ref()).bytes()));
        }
        if (sender.get().key().isEmpty()) {
            return accepted(sender.get(), Optional.empty());
        }
        Digest.Verdict verdict =
                digest.check(answer.request(), sender.get().key().get(), at);
        if (verdict instanceof Digest.Right right) {
            Proof proof = new Proof("sip|" + right.use(), right.until(), challenge("replayed", true));
            return accepted(sender.get(), Optional.of(proof));
        }
        Digest.Wrong wrong = (Digest.Wrong) verdict;
        return challenge(wrong.reason(), wrong.stale());
    }

    private Refused challenge(String reason, boolean stale) {
        String field = digest.challenge(at, answer.token(), stale);
        return new Refused(reason, mrq.decoded(), List.of(answer.response(401, "Unauthorized", field)));
    }

    private Accepted accepted(Sender sender, Optional<Proof> proof) {
        EventMeaning meaning = ScaipCodes.meaning(mrq, sender.codes());
        Optional<Position> position = position();
        Signal signal = new Signal(
                mrq.ref(),
                new RepeatKey(repeatKey(), REPEATED_WITHIN),
                meaning.kind(),
                meaning.about(),
                meaning.priority(),
                code(),
                words(position),
                Optional.empty(),
                position,
                mrq.decoded() + position.map(place -> "\nposition: " + place).orElse("") + "\nkind: " + meaning.kind()
                        + " " + meaning.about().wire());
        return new Accepted(signal, mrs(meaning.kind()).bytes(), this::wrap, proof);
    }

    /** What it says counts too: a cancellation under the alarm's own reference is no repeat of the alarm. */
    private String repeatKey() {
        return String.join("|", "scaip", mrq.cid(), mrq.ref(), mrq.type() + mrq.deviceType() + mrq.statusCode());
    }

    private Optional<Position> position() {
        return Position.ofGeo(mrq.text("lge.geo")).or(() -> Position.ofGga(mrq.text("lge.gga")));
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

    private String words(Optional<Position> position) {
        String told = Stream.of("dte", "lte", "stt", "ite")
                .map(mrq::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
        // where somebody was an hour ago is not where to send help
        String at = mrq.text("lge.tim").isEmpty() ? "" : " (" + mrq.text("lge.tim") + ")";
        Stream<String> about = Stream.of(
                        Optional.of(told.isEmpty() ? codes() : told), position.map(place -> place + at))
                .flatMap(Optional::stream);
        return Stream.concat(about, mrq.toCallBack().stream()).collect(Collectors.joining(" · "));
    }

    /** For a device that has no words of its own. */
    private String codes() {
        String names = Stream.of(
                        UsualCodes.name(CodeList.SCAIP_DEVICE, mrq.deviceType()),
                        UsualCodes.name(CodeList.SCAIP_STATUS, mrq.statusCode()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        String codes = "dty " + mrq.deviceType() + (mrq.statusCode().isEmpty() ? "" : " stc " + mrq.statusCode());
        return names.isEmpty() ? codes : names + " (" + codes + ")";
    }
}
