package se.fixpunkt.alarms.receiver.scaip;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Reactor reactor;
    private final Intake intake;
    private final GarbageLog garbage;
    private final Clock clock;
    private final String transfer;
    private final Digest digest;
    private final ServerTransactions transactions;
    private final Deliveries deliveries;

    SipDesk(Reactor reactor, Intake intake, GarbageLog garbage, Clock clock, Digest digest, String transfer) {
        this.reactor = reactor;
        this.intake = intake;
        this.garbage = garbage;
        this.clock = clock;
        this.digest = digest;
        this.transfer = transfer;
        this.transactions = new ServerTransactions(clock);
        this.deliveries = new Deliveries(reactor, intake, clock);
    }

    /**
     * One request under treatment.
     *
     * @param raw as it may be kept
     * @param transaction null where none is needed
     */
    private record Treated(
            SipMessage.Request request,
            Bytes raw,
            SipPath path,
            ServerTransactions.Transaction transaction,
            MessageAnswer answer) {}

    /** Told when a request has been answered; on the reactor's thread. */
    interface Done {
        void done();
    }

    /** @return whether it was SIP at all */
    boolean receive(Bytes sent, SipPath path, Done done) {
        Optional<SipMessage> read = SipReader.read(sent.toArray());
        Bytes raw = Masked.message(sent);
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
        if (request.method().equals("ACK")) {
            acknowledged(request, via, raw, path);
            done.done();
            return true;
        }
        if (via.isEmpty()) {
            // no transaction can be told, so each gets its answer
            MessageAnswer answer = new MessageAnswer(request, null, path);
            refuse(new Treated(request, raw, path, null, answer), Screening.Refusal.badRequest("no via"));
            done.done();
            return true;
        }
        SipPath back = path instanceof SipPath.Udp udp
                ? new SipPath.Udp(udp.port(), udp.peer(), via.get().target(udp.peer()))
                : path;
        ServerTransactions.Transaction begun = null;
        if (!path.isReliable()) {
            String key = ServerTransactions.key(request, request.method(), via.get(), path);
            ServerTransactions.Transaction known = transactions.find(key);
            if (known != null && known.isOf(request.body())) {
                retransmitted(known, raw, back);
                done.done();
                return true;
            }
            begun = transactions.begin(key, request.body());
        }
        treat(new Treated(request, raw, back, begun, new MessageAnswer(request, via.get(), path)), via.get(), done);
        return true;
    }

    /** Of an INVITE that we refused: expected. It is never answered. */
    private void acknowledged(SipMessage.Request request, Optional<Via> via, Bytes raw, SipPath path) {
        boolean expected = via.map(one -> ServerTransactions.key(request, "INVITE", one, path))
                .filter(key -> transactions.find(key) != null)
                .isPresent();
        String verdict = expected || path.isReliable() ? "acknowledged" : "unexpected";
        garbage.keep(Protocol.SCAIP, Optional.empty(), path.peer(), raw, "", verdict);
    }

    private void retransmitted(ServerTransactions.Transaction known, Bytes raw, SipPath back) {
        garbage.keep(Protocol.SCAIP, Optional.empty(), back.peer(), raw, "", "retransmission");
        if (known.response() != null) {
            back.send(known.response());
        }
    }

    private void treat(Treated treated, Via via, Done done) {
        Optional<Screening.Refusal> refusal = Screening.refusal(treated.request(), treated.raw());
        if (refusal.isEmpty() && treated.request().method().equals("MESSAGE")) {
            if (deliveries.isOurs(treated.answer().vias())) {
                // a 200 would come back to us as if the device had it
                refuse(treated, Screening.Refusal.loop());
                done.done();
            } else {
                message(treated, done);
            }
            return;
        }
        if (refusal.isEmpty()) {
            answer(treated, "options", treated.answer().options());
        } else if (refusal.get().status() == 481 && cancels(treated, via)) {
            // too late: what we answer we answer at once
            answer(treated, "cancel", treated.answer().ok());
        } else {
            refuse(treated, refusal.get());
        }
        done.done();
    }

    private boolean cancels(Treated treated, Via via) {
        return treated.request().method().equals("CANCEL")
                && Stream.of("MESSAGE", "INVITE", "OPTIONS")
                        .map(method -> ServerTransactions.key(treated.request(), method, via, treated.path()))
                        .anyMatch(key -> transactions.find(key) != null);
    }

    private void refuse(Treated treated, Screening.Refusal refusal) {
        answer(
                treated,
                "refused-" + refusal.status(),
                treated.answer().response(refusal.status(), refusal.reason(), refusal.fields()));
    }

    private void answer(Treated treated, String verdict, Bytes response) {
        Optional<DeviceIdentity> identity = identity(treated);
        garbage.keep(Protocol.SCAIP, identity, treated.path().peer(), treated.raw(), "", verdict);
        garbage.keepAnswer(Protocol.SCAIP, identity, treated.path().peer(), response, verdict);
        respond(treated, response);
    }

    private void message(Treated treated, Done done) {
        MrqReader.Body body = MrqReader.read(treated.request().body());
        if (body instanceof MrqReader.Request request) {
            if (treated.answer().from().isController(request.mrq().cid())) {
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
            Bytes response = treated.answer().response(400, "Bad Request - body");
            garbage.keepAnswer(Protocol.SCAIP, identity, treated.path().peer(), response, verdict);
            respond(treated, response);
            return;
        }
        Bytes mrs = treated.answer().message(Mrs.refused(fault).bytes());
        garbage.keepAnswer(Protocol.SCAIP, identity, treated.path().peer(), mrs, verdict);
        respond(treated, treated.answer().ok());
        deliveries.send(treated.answer().branch(), mrs, treated.path().source(), identity);
    }

    private void take(Treated treated, Mrq mrq, Done done) {
        DeviceIdentity identity = DeviceIdentity.of(Protocol.SCAIP, mrq.cid());
        Instant now = clock.instant();
        Lane lane = mrq.type() == Mrq.Type.ME ? Lane.ALARM : Lane.SUPERVISION;
        MrqInterpreter interpreter = new MrqInterpreter(mrq, treated.answer(), now, digest, transfer);
        intake.take(new Arrival(
                        identity, treated.raw(), Peers.text(treated.path().peer()), now, lane, interpreter))
                .whenComplete((receipt, notStored) -> reactor.execute(() -> {
                    if (notStored != null || receipt.answers().isEmpty()) {
                        busy(treated, mrq, identity);
                    } else {
                        respond(treated, receipt.answers().get(0));
                        receipt.answers().stream().skip(1).forEach(mrs -> deliver(treated, mrs, identity));
                    }
                    done.done();
                }));
    }

    private void busy(Treated treated, Mrq mrq, DeviceIdentity identity) {
        Bytes mrs = treated.answer().message(Mrs.busy(mrq.ref()).bytes());
        respond(treated, treated.answer().ok());
        deliver(treated, mrs, identity);
        garbage.keepAnswer(Protocol.SCAIP, Optional.of(identity), treated.path().peer(), mrs, "not-stored");
    }

    private void deliver(Treated treated, Bytes mrs, DeviceIdentity identity) {
        deliveries.send(treated.answer().branch(), mrs, treated.path().source(), Optional.of(identity));
    }

    private void respond(Treated treated, Bytes response) {
        if (treated.transaction() != null) {
            treated.transaction().answered(response);
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
}
