package se.fixpunkt.alarms.receiver.scaip;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Peers;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.shared.InvalidValue;

/**
 * What is done with each SIP message, over whatever transport. It knows two methods, MESSAGE and OPTIONS, and no dialogs.
 * Used on the reactor's thread only.
 */
final class SipDesk {
    /** Timer J: so long a retransmission may still come. */
    private static final Duration TIMER_J = Duration.ofSeconds(32);

    private final Reactor reactor;
    private final Intake intake;
    private final GarbageLog garbage;
    private final Clock clock;
    private final String transfer;
    private final ServerTransactions transactions = new ServerTransactions();
    private final Deliveries deliveries;

    SipDesk(Reactor reactor, Intake intake, GarbageLog garbage, Clock clock, String transfer) {
        this.reactor = reactor;
        this.intake = intake;
        this.garbage = garbage;
        this.clock = clock;
        this.transfer = transfer;
        this.deliveries = new Deliveries(reactor, intake, clock);
    }

    /** One request under treatment. */
    private record Treated(SipMessage.Request request, Bytes raw, SipPath path, String key, MessageAnswer answer) {}

    /** Told when a request has been answered; on the reactor's thread. */
    interface Done {
        void done();
    }

    /** @return whether it was SIP at all */
    boolean receive(Bytes raw, SipPath path, Done done) {
        Optional<SipMessage> read = SipReader.read(raw.toArray());
        if (read.isEmpty()) {
            garbage.keep(Protocol.SCAIP, Optional.empty(), path.peer(), raw, "", "malformed");
            done.done();
            return false;
        }
        if (read.get() instanceof SipMessage.Response response) {
            if (!deliveries.responded(response, raw, path)) {
                garbage.keep(Protocol.SCAIP, Optional.empty(), path.peer(), raw, "", "unexpected");
            }
            done.done();
            return true;
        }
        return receive((SipMessage.Request) read.get(), raw, path, done);
    }

    private boolean receive(SipMessage.Request request, Bytes raw, SipPath path, Done done) {
        Optional<Via> via = request.fields().all("via").stream().findFirst().flatMap(Via::read);
        if (via.isEmpty() || request.method().equals("ACK")) {
            garbage.keep(Protocol.SCAIP, Optional.empty(), path.peer(), raw, "", "malformed");
            done.done();
            return via.isPresent();
        }
        SipPath back = path instanceof SipPath.Udp udp
                ? new SipPath.Udp(udp.port(), udp.peer(), via.get().target(udp.peer()))
                : path;
        String key = ServerTransactions.key(request, via.get(), path);
        if (!path.isReliable()) {
            ServerTransactions.Transaction known = transactions.find(key);
            if (known != null) {
                retransmitted(known, raw, back);
                done.done();
                return true;
            }
            transactions.begin(key);
            reactor.after(TIMER_J, () -> transactions.forget(key));
        }
        treat(new Treated(request, raw, back, key, new MessageAnswer(request, via.get(), path)), done);
        return true;
    }

    private void retransmitted(ServerTransactions.Transaction known, Bytes raw, SipPath back) {
        garbage.keep(Protocol.SCAIP, Optional.empty(), back.peer(), raw, "", "retransmission");
        if (known.response() != null) {
            back.send(known.response());
        }
    }

    private void treat(Treated treated, Done done) {
        Optional<Bytes> refusal = refusal(treated);
        if (refusal.isPresent() || treated.request().method().equals("OPTIONS")) {
            Bytes response = refusal.orElseGet(() -> treated.answer()
                    .response(200, "OK", "Allow: " + MessageAnswer.ALLOWED, "Accept: " + MessageAnswer.ACCEPTED));
            String verdict = refusal.isPresent() ? "refused-" + status(response) : "options";
            garbage.keep(Protocol.SCAIP, identity(treated), treated.path().peer(), treated.raw(), "", verdict);
            garbage.keepAnswer(Protocol.SCAIP, identity(treated), treated.path().peer(), response, verdict);
            respond(treated, response);
            done.done();
            return;
        }
        message(treated, done);
    }

    /** The responses that refuse a request before its body is looked at, RFC 3261 §8.2. */
    private static Optional<Bytes> refusal(Treated treated) {
        SipFields fields = treated.request().fields();
        MessageAnswer answer = treated.answer();
        if (!treated.request().version().equalsIgnoreCase("SIP/2.0")) {
            return Optional.of(answer.response(505, "Version Not Supported"));
        }
        boolean whole = List.of("from", "to", "call-id", "cseq").stream()
                .allMatch(name ->
                        fields.first(name).filter(value -> !value.isBlank()).isPresent());
        String[] sequence = fields.first("cseq").orElse("").split("\\s+", -1);
        if (!whole || sequence.length != 2 || !sequence[0].matches("[0-9]{1,10}")) {
            return Optional.of(answer.response(400, "Bad Request"));
        }
        if (!treated.request().method().equals("MESSAGE")
                && !treated.request().method().equals("OPTIONS")) {
            return Optional.of(answer.response(405, "Method Not Allowed", "Allow: " + MessageAnswer.ALLOWED));
        }
        if (!sequence[1].equals(treated.request().method())) {
            return Optional.of(answer.response(400, "Bad Request"));
        }
        if (fields.first("require").isPresent()) {
            return Optional.of(answer.response(
                    420,
                    "Bad Extension",
                    "Unsupported: " + fields.first("require").get()));
        }
        String type =
                fields.first("content-type").orElse(MessageAnswer.ACCEPTED).toLowerCase(Locale.ROOT);
        boolean readable = type.startsWith(MessageAnswer.ACCEPTED)
                || type.startsWith("application/xml")
                || type.startsWith("text/xml")
                || type.startsWith("text/plain");
        boolean plain = fields.first("content-encoding").orElse("identity").equalsIgnoreCase("identity");
        if (treated.request().method().equals("MESSAGE") && !(readable && plain)) {
            return Optional.of(answer.response(415, "Unsupported Media Type", "Accept: " + MessageAnswer.ACCEPTED));
        }
        return Optional.empty();
    }

    private void message(Treated treated, Done done) {
        MrqReader.Body body = MrqReader.read(treated.request().body());
        if (body instanceof MrqReader.Request request) {
            String user = treated.answer().from().user();
            if (user.equals(request.mrq().cid())) {
                take(treated, request.mrq(), done);
                return;
            }
            body = new MrqReader.Fault(request.mrq().ref(), 3, "cid");
        }
        if (body instanceof MrqReader.Fault fault) {
            refuse(treated, fault);
        } else {
            garbage.keep(Protocol.SCAIP, identity(treated), treated.path().peer(), treated.raw(), "", "unexpected");
            respond(treated, treated.answer().ok());
        }
        done.done();
    }

    private void refuse(Treated treated, MrqReader.Fault fault) {
        Optional<DeviceIdentity> identity = identity(treated);
        String verdict = "snu-" + fault.snu();
        garbage.keep(Protocol.SCAIP, identity, treated.path().peer(), treated.raw(), fault.text(), verdict);
        if (!fault.canBeAnswered()) {
            Bytes response = treated.answer().response(400, "Bad Request");
            garbage.keepAnswer(Protocol.SCAIP, identity, treated.path().peer(), response, verdict);
            respond(treated, response);
            return;
        }
        Bytes mrs = treated.answer().message(Mrs.refused(fault).bytes());
        garbage.keepAnswer(Protocol.SCAIP, identity, treated.path().peer(), mrs, verdict);
        respond(treated, treated.answer().ok());
        deliveries.send(treated.answer().branch(), mrs, treated.path(), identity);
    }

    private void take(Treated treated, Mrq mrq, Done done) {
        DeviceIdentity identity = DeviceIdentity.of(Protocol.SCAIP, mrq.cid());
        Instant now = clock.instant();
        Lane lane = mrq.type() == Mrq.Type.ME ? Lane.ALARM : Lane.SUPERVISION;
        MrqInterpreter interpreter = new MrqInterpreter(mrq, treated.answer(), transfer);
        intake.take(new Arrival(
                        identity, treated.raw(), Peers.text(treated.path().peer()), now, lane, interpreter))
                .whenComplete((receipt, notStored) -> reactor.execute(() -> {
                    boolean answered = notStored == null && receipt.answers().size() == 2;
                    Bytes ok = answered
                            ? receipt.answers().get(0)
                            : treated.answer().ok();
                    Bytes message = answered
                            ? receipt.answers().get(1)
                            : treated.answer().message(Mrs.busy(mrq.ref()).bytes());
                    respond(treated, ok);
                    deliveries.send(treated.answer().branch(), message, treated.path(), Optional.of(identity));
                    if (!answered) {
                        garbage.keepAnswer(
                                Protocol.SCAIP,
                                Optional.of(identity),
                                treated.path().peer(),
                                message,
                                "not-stored");
                    }
                    done.done();
                }));
    }

    private void respond(Treated treated, Bytes response) {
        ServerTransactions.Transaction transaction = transactions.find(treated.key());
        if (transaction != null && !treated.path().isReliable()) {
            transaction.answered(response);
        }
        treated.path().send(response);
    }

    private static Optional<DeviceIdentity> identity(Treated treated) {
        try {
            return Optional.of(
                    DeviceIdentity.of(Protocol.SCAIP, treated.answer().from().user()));
        } catch (InvalidValue nobody) {
            return Optional.empty();
        }
    }

    private static String status(Bytes response) {
        return response.text(StandardCharsets.US_ASCII).substring(8, 11);
    }
}
