package se.fixpunkt.alarms.receiver.sosaccess;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

/** Explains what may come on one connection, cut into documents as the receiver cuts it; never the password in them. */
@ApplicationScoped
class SosAccessExplanation implements FrameExplanation {
    private static final Pattern ROOT = Pattern.compile(
            "<(?:[\\w.-]{1,64}:)?((?:alarm|ping)(?:request|response)|requestnewauthentication(?:response)?)[\\s>/]",
            Pattern.CASE_INSENSITIVE);

    /** Documents that are explained; each asks the register for its sender. */
    private static final int MOST = 20;

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
        DocumentStream stream = new DocumentStream();
        List<DocumentStream.Document> documents = stream.feed(message.toArray(), message.length());
        List<Explained> parts = new ArrayList<>();
        documents.stream().limit(MOST).forEach(document -> parts.add(explained(document, senders, now)));
        if (documents.isEmpty() || stream.waiting()) {
            parts.add(rest(stream, !documents.isEmpty(), now));
        }
        List<Finding> findings = new ArrayList<>();
        if (documents.size() > 1) {
            findings.add(Finding.note("sosaccess-documents", documents.size(), MOST));
        }
        parts.forEach(part -> findings.addAll(part.findings()));
        return explained(
                message,
                verdict(parts),
                parts.stream().flatMap(part -> part.fields().stream()).toList(),
                findings,
                parts.stream().flatMap(part -> part.answers().stream()).toList());
    }

    /** Of what was refused first, if anything was. */
    private static String verdict(List<Explained> parts) {
        return parts.stream()
                .map(Explained::verdict)
                .filter(verdict -> !verdict.isEmpty() && !verdict.equals("stored"))
                .findFirst()
                .orElse("stored");
    }

    /** What cannot be cut into documents. */
    private static Explained rest(DocumentStream stream, boolean behind, Instant now) {
        Bytes rest = stream.rest();
        return stream.trouble()
                .map(trouble -> switch (trouble) {
                    case GARBAGE ->
                        behind
                                ? explained(rest, "", Finding.note("sosaccess-behind"))
                                : explained(rest, "garbage", Finding.wrong("sosaccess-garbage"));
                    case ANSWER -> explained(rest, "unexpected", Finding.wrong("answer"));
                    case FOREIGN ->
                        explained(
                                rest,
                                RequestReader.Fault.of(stream.kind(), Status.INVALID_XML),
                                Finding.wrong("sosaccess-root"),
                                now);
                    case TOO_LONG -> explained(rest, RequestReader.Fault.of(stream.kind(), Status.INVALID_LENGTH), now);
                })
                .orElseGet(() -> explained(rest, "unfinished", Finding.wrong("sosaccess-unfinished")));
    }

    private static Explained explained(DocumentStream.Document document, Senders senders, Instant now) {
        RequestReader.Document read = RequestReader.read(document.bytes(), document.kind());
        return read instanceof RequestReader.Fault fault
                ? explained(document.bytes(), fault, now)
                : understood(document.bytes(), (RequestReader.Understood) read, senders, now);
    }

    private static Explained explained(Bytes message, RequestReader.Fault fault, Instant now) {
        Status status = fault.status();
        if (fault.field().isEmpty()) {
            return explained(message, fault, Finding.wrong("sosaccess-status", status.number(), status.name()), now);
        }
        String code = status == Status.MANDATORY_DATA_MISSING ? "sosaccess-missing" : "sosaccess-field";
        return explained(message, fault, Finding.wrong(code, fault.field()), now);
    }

    private static Explained explained(Bytes message, RequestReader.Fault fault, Finding finding, Instant now) {
        Bytes answer = new Response(fault.kind(), fault.reference(), fault.status(), now).bytes();
        return explained(message, fault.status().verdict(), List.of(), List.of(finding), List.of(answer));
    }

    /** What gets no answer. */
    private static Explained explained(Bytes message, String verdict, Finding finding) {
        return explained(message, verdict, List.of(), List.of(finding), List.of());
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
