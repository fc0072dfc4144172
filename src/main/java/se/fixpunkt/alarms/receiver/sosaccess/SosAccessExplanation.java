package se.fixpunkt.alarms.receiver.sosaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Explained.Field;
import se.fixpunkt.alarms.Explained.Finding;
import se.fixpunkt.alarms.FrameExplanation;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;

/** Explains a SOS Access document; never the password in it. */
@ApplicationScoped
class SosAccessExplanation implements FrameExplanation {
    private static final Pattern ROOT = Pattern.compile(
            "<(?:[\\w.-]{1,64}:)?((?:alarm|ping)(?:request|response)|requestnewauthentication(?:response)?)[\\s>/]",
            Pattern.CASE_INSENSITIVE);

    @Override
    public Protocol protocol() {
        return Protocol.SOS_ACCESS;
    }

    @Override
    public Charset charset() {
        return Charset.forName("windows-1252");
    }

    @Override
    public boolean looksLike(Bytes message) {
        return ROOT.matcher(message.text(StandardCharsets.ISO_8859_1)).find();
    }

    @Override
    public Explained explain(Bytes message, Senders senders, Instant now) {
        Matcher found = ROOT.matcher(message.text(StandardCharsets.ISO_8859_1));
        String root = found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
        if (Kind.isAnswer(root)) {
            return explained(message, "unexpected", List.of(), List.of(Finding.wrong("answer")), List.of());
        }
        Optional<Kind> kind = Kind.asked(root);
        if (kind.isEmpty()) {
            return explained(message, "garbage", List.of(), List.of(Finding.wrong("sosaccess-root")), List.of());
        }
        RequestReader.Document read = RequestReader.read(message, kind.get());
        if (read instanceof RequestReader.Fault fault) {
            Finding finding = fault.field().isEmpty()
                    ? Finding.wrong(
                            "sosaccess-status",
                            fault.status().number(),
                            fault.status().name())
                    : Finding.wrong(
                            fault.status() == Status.MANDATORY_DATA_MISSING ? "sosaccess-missing" : "sosaccess-field",
                            fault.field());
            Bytes answer = new Response(fault.kind(), fault.reference(), fault.status(), now).bytes();
            return explained(message, fault.status().verdict(), List.of(), List.of(finding), List.of(answer));
        }
        return understood(message, (RequestReader.Understood) read, senders, now);
    }

    private static Explained understood(Bytes message, RequestReader.Understood read, Senders senders, Instant now) {
        Interpretation found =
                new RequestInterpreter(read.request(), now, false).interpret(senders.of(read.identity()));
        List<Finding> findings = new ArrayList<>();
        switch (found.verdict()) {
            case "unknown-device" ->
                findings.add(Finding.wrong("unknown-device", read.identity().value()));
            case "no-key", "wrong-password", "not-supported" -> findings.add(Finding.wrong(found.verdict()));
            default -> {}
        }
        List<Bytes> answers = found instanceof Accepted accepted
                ? accepted.envelope().wrap(accepted.receipt())
                : ((Refused) found).answers();
        String decoded = found.decoded().isEmpty() ? read.request().decoded() : found.decoded();
        return explained(message, found.verdict(), Field.of(decoded), findings, answers);
    }

    private static Explained explained(
            Bytes message, String verdict, List<Field> fields, List<Finding> findings, List<Bytes> answers) {
        return new Explained(Protocol.SOS_ACCESS, message.length(), verdict, fields, findings, answers);
    }
}
