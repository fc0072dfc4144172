package se.fixpunkt.alarms.receiver.scaip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Explained;
import se.fixpunkt.alarms.Explained.Field;
import se.fixpunkt.alarms.Explained.Finding;
import se.fixpunkt.alarms.FrameExplanation;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.Datagrams;
import se.fixpunkt.shared.InvalidValue;

/** Explains a SIP message with a SCAIP body, or the body alone. */
@ApplicationScoped
class ScaipExplanation implements FrameExplanation {
    private static final Pattern SIP =
            Pattern.compile("\\s*(?:[A-Z]{3,12}[ \\t]+(?:sips?|tel|im):|SIP/2\\.0 )", Pattern.CASE_INSENSITIVE);
    private static final Pattern BODY = Pattern.compile("<(?:\\w+:)?(?:mr[qs]|scaip)[\\s>/]", Pattern.CASE_INSENSITIVE);
    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);

    private final String transfer;

    @Inject
    ScaipExplanation(@ConfigProperty(name = "fixpunkt.scaip.transfer") Optional<String> transfer) {
        this.transfer = transfer.orElse("").strip();
    }

    @Override
    public Protocol protocol() {
        return Protocol.SCAIP;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public boolean looksLike(Bytes message) {
        String text = message.text(StandardCharsets.ISO_8859_1);
        return SIP.matcher(text).lookingAt() || BODY.matcher(text).find();
    }

    @Override
    public Explained explain(Bytes message, Senders senders, Instant now) {
        List<Field> fields = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean sip = SIP.matcher(message.text(StandardCharsets.ISO_8859_1)).lookingAt();
        Bytes sent = sip ? message : dressed(message);
        Optional<SipMessage> read = SipReader.read(sent.toArray());
        if (!sip) {
            findings.add(Finding.note("scaip-body-only"));
        }
        Refused found;
        if (read.isEmpty()) {
            findings.add(Finding.wrong("scaip-no-sip"));
            found = new Refused("malformed", "", List.of());
        } else if (read.get() instanceof SipMessage.Request request) {
            if (sip) {
                fields.add(new Field("request", request.method() + " " + shown(request.uri())));
                headers(request.fields(), fields);
            }
            found = request(request, sent, senders, fields, findings);
        } else {
            findings.add(Finding.wrong("answer"));
            headers(read.get().fields(), fields);
            found = new Refused("unexpected", "", List.of());
        }
        return new Explained(Protocol.SCAIP, message.length(), found.verdict(), fields, findings, found.answers());
    }

    private Refused request(
            SipMessage.Request request, Bytes raw, Senders senders, List<Field> fields, List<Finding> findings) {
        Optional<Via> via = request.fields().all("via").stream().findFirst().flatMap(Via::read);
        MessageAnswer answer =
                new MessageAnswer(request, via.orElse(null), new SipPath.Udp(new Nowhere(), SOMEWHERE, SOMEWHERE));
        if (request.method().equals("ACK")) {
            findings.add(Finding.wrong("scaip-method", request.method()));
            return new Refused("unexpected", "", List.of());
        }
        Optional<Screening.Refusal> refusal =
                via.isEmpty() ? Optional.of(Screening.Refusal.badRequest("no via")) : Screening.refusal(request, raw);
        if (refusal.isPresent()) {
            findings.addAll(reasons(request, via.isPresent(), refusal.get()));
            return refused(refusal.get(), answer);
        }
        if (request.method().equals("OPTIONS")) {
            findings.add(Finding.note("scaip-options"));
            return new Refused("options", "", List.of(answer.options()));
        }
        return body(MrqReader.read(request.body()), answer, senders, fields, findings);
    }

    private static Refused refused(Screening.Refusal refusal, MessageAnswer answer) {
        Bytes response = answer.response(refusal.status(), refusal.reason(), refusal.fields());
        return new Refused("refused-" + refusal.status(), "", List.of(response));
    }

    private static List<Finding> reasons(SipMessage.Request request, boolean via, Screening.Refusal refusal) {
        if (!via) {
            return List.of(Finding.wrong("scaip-header", "Via"));
        }
        List<Finding> missing = Stream.of("from", "to", "call-id", "cseq")
                .filter(name -> request.fields().first(name).orElse("").isBlank())
                .map(name -> Finding.wrong("scaip-header", name))
                .toList();
        if (!missing.isEmpty()) {
            return missing;
        }
        boolean method = refusal.status() == 405 || refusal.status() == 481;
        return List.of(
                method
                        ? Finding.wrong("scaip-method", request.method())
                        : Finding.wrong("scaip-refused", refusal.status(), refusal.reason()));
    }

    private Refused body(
            MrqReader.Body body, MessageAnswer answer, Senders senders, List<Field> fields, List<Finding> findings) {
        if (body instanceof MrqReader.Answer) {
            findings.add(Finding.wrong("answer"));
            return new Refused("unexpected", "", List.of(answer.ok()));
        }
        if (body instanceof MrqReader.Fault fault) {
            findings.add(Finding.wrong("scaip-snu", fault.snu(), fault.text()));
            return fault(fault, answer);
        }
        Mrq mrq = ((MrqReader.Request) body).mrq();
        if (!answer.from().isController(mrq.cid())) {
            fields.addAll(Field.of(mrq.decoded()));
            findings.add(Finding.wrong("scaip-from", shown(answer.from().user()), mrq.cid()));
            return fault(new MrqReader.Fault(mrq.ref(), 3, "cid"), answer);
        }
        Interpretation found = interpret(mrq, answer, senders);
        fields.addAll(Field.of(found.decoded()));
        switch (found.verdict()) {
            case "unknown-device" -> findings.add(Finding.wrong("unknown-device", mrq.cid()));
            case "wrong-password" ->
                findings.add(
                        Masked.is(answer.request().fields())
                                ? Finding.note("scaip-masked")
                                : Finding.wrong("wrong-password"));
            default -> {}
        }
        return found instanceof Accepted accepted
                ? new Refused(found.verdict(), "", accepted.envelope().wrap(accepted.receipt()))
                : (Refused) found;
    }

    private Interpretation interpret(Mrq mrq, MessageAnswer answer, Senders senders) {
        MrqInterpreter interpreter = new MrqInterpreter(mrq, answer, transfer);
        try {
            return interpreter.interpret(senders.of(DeviceIdentity.of(Protocol.SCAIP, mrq.cid())));
        } catch (InvalidValue nobody) {
            return interpreter.interpret(Optional.empty());
        }
    }

    private static Refused fault(MrqReader.Fault fault, MessageAnswer answer) {
        List<Bytes> answers = fault.canBeAnswered()
                ? List.of(answer.ok(), answer.message(Mrs.refused(fault).bytes()))
                : List.of(answer.response(400, "Bad Request - body"));
        return new Refused("snu-" + fault.snu(), "", answers);
    }

    private static void headers(SipFields from, List<Field> to) {
        for (String name : List.of("via", "from", "to", "call-id", "cseq", "content-type", "content-length")) {
            from.all(name).forEach(value -> to.add(new Field(name, shown(value))));
        }
    }

    /** @param read from a head, one character for each byte */
    private static String shown(String read) {
        return BodyText.decoded(read.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A body in the simplest request that could carry it. */
    private static Bytes dressed(Bytes body) {
        String cid = MrqReader.read(body) instanceof MrqReader.Request request
                ? request.mrq().cid()
                : "0";
        String head = "MESSAGE sip:arc@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKcheck;rport\r\n"
                + "From: <sip:" + cid + "@127.0.0.1>;tag=1\r\nTo: <sip:arc@127.0.0.1>\r\n"
                + "Call-ID: check\r\nCSeq: 1 MESSAGE\r\nContent-Type: " + MessageAnswer.ACCEPTED + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[start.length + body.length()];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body.toArray(), 0, all, start.length, body.length());
        return Bytes.of(all);
    }

    /** Nothing is sent. */
    private static final class Nowhere implements Datagrams {
        @Override
        public void send(InetSocketAddress to, Bytes datagram) {
            throw new UnsupportedOperationException("a check sends nothing");
        }

        @Override
        public InetSocketAddress local() {
            return SOMEWHERE;
        }
    }
}
