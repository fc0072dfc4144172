package se.fixpunkt.alarms.receiver.sosaccess;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Receipt;
import se.fixpunkt.alarms.Receipt.Outcome;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Peers;

/** What is done with each document, whatever connection it came on. Used on the reactor's thread only. */
final class RequestDesk {
    /** All unfinished messages together, in bytes: two thousand connections with the longest message would be 200 MB. */
    private static final int ROOM = 32 * 1024 * 1024;

    /** Longer than any usual message. */
    private static final int USUAL = 8 * 1024;

    private final Executor reactor;
    private final Intake intake;
    private final GarbageLog garbage;
    private final Clock clock;
    private final PingRate pings = new PingRate();
    private int held;

    RequestDesk(Executor reactor, Intake intake, GarbageLog garbage, Clock clock) {
        this.reactor = reactor;
        this.intake = intake;
        this.garbage = garbage;
        this.clock = clock;
    }

    /**
     * @param answers what to send, in order; empty when silence is the answer
     * @param trusted whether it answers a message with the right password
     */
    record Reply(List<Bytes> answers, boolean trusted) {}

    /** @param done told the reply, on the reactor's thread, at once or later */
    void receive(Bytes document, Kind asked, InetSocketAddress peer, Consumer<Reply> done) {
        RequestReader.Document read = RequestReader.read(document, asked);
        if (read instanceof RequestReader.Fault fault) {
            done.accept(refuse(fault, document, peer));
        } else {
            take((RequestReader.Understood) read, Masked.message(document), peer, done);
        }
    }

    /** What cannot be cut into documents. */
    Reply refuse(DocumentStream.Trouble trouble, Kind asked, Bytes rest, InetSocketAddress peer) {
        return switch (trouble) {
            case GARBAGE -> silence(rest, peer, "garbage");
            case ANSWER -> silence(rest, peer, "unexpected");
            case FOREIGN -> refuse(RequestReader.Fault.of(asked, Status.INVALID_XML), rest, peer);
            case TOO_LONG -> refuse(RequestReader.Fault.of(asked, Status.INVALID_LENGTH), rest, peer);
        };
    }

    /** A connection tells how much more, or less, of unfinished messages it keeps. */
    void holds(int more) {
        held += more;
    }

    /** Whether a stranger's unfinished message of this length has no room any more. */
    boolean isCrowdedFor(int length) {
        return held > ROOM && length > USUAL;
    }

    /** The device, if it is one, may have more luck with its other receiver. */
    Reply crowded(Kind asked, Bytes rest, InetSocketAddress peer) {
        return refuse(RequestReader.Fault.of(asked, Status.NOT_TREATED_NOT_DISTRIBUTED), rest, peer);
    }

    /** What had begun when the connection ended. */
    void unfinished(Bytes rest, InetSocketAddress peer) {
        silence(rest, peer, "unfinished");
    }

    private Reply silence(Bytes raw, InetSocketAddress peer, String verdict) {
        garbage.keep(Protocol.SOS_ACCESS, Optional.empty(), peer, Masked.message(raw), "", verdict);
        return new Reply(List.of(), false);
    }

    private Reply refuse(RequestReader.Fault fault, Bytes raw, InetSocketAddress peer) {
        Status status = fault.status();
        Bytes answer = new Response(fault.kind(), fault.reference(), status, clock.instant()).bytes();
        String decoded = fault.field().isEmpty() ? status.name() : status.name() + ": " + fault.field();
        garbage.keep(Protocol.SOS_ACCESS, fault.claimed(), peer, Masked.message(raw), decoded, status.verdict());
        garbage.keepAnswer(Protocol.SOS_ACCESS, fault.claimed(), peer, answer, status.verdict());
        return new Reply(List.of(answer), false);
    }

    private void take(RequestReader.Understood understood, Bytes masked, InetSocketAddress peer, Consumer<Reply> done) {
        Request request = understood.request();
        DeviceIdentity identity = understood.identity();
        Instant now = clock.instant();
        Lane lane = request.kind() == Kind.ALARM ? Lane.ALARM : Lane.SUPERVISION;
        boolean tooOften = request.kind() == Kind.PING && pings.isUsedUp(identity, now);
        String newPassword = request.kind() == Kind.NEW_PASSWORD ? NewPassword.make() : "";
        RequestInterpreter interpreter = new RequestInterpreter(request, now, tooOften, newPassword);
        intake.take(new Arrival(identity, masked, Peers.text(peer), now, lane, interpreter))
                .whenComplete((receipt, notStored) -> reactor.execute(() -> {
                    if (notStored != null || receipt.answers().isEmpty()) {
                        Status status = notStored == null ? Status.OTHER_ERROR : Status.NOT_TREATED_NOT_DISTRIBUTED;
                        done.accept(notTaken(understood, status, masked, peer, now));
                        return;
                    }
                    if (request.kind() == Kind.PING && isTaken(receipt)) {
                        pings.heard(identity, now);
                    }
                    done.accept(new Reply(answers(receipt, request, now, newPassword), isTaken(receipt)));
                }));
    }

    /** What is kept of an answer with a new password has stars in its place. */
    private static List<Bytes> answers(Receipt receipt, Request request, Instant at, String newPassword) {
        return newPassword.isEmpty() || !isTaken(receipt)
                ? receipt.answers()
                : List.of(new Response(request.kind(), request.reference(), Status.OK, at, newPassword).bytes());
    }

    /** The device is sent to its other receiver. */
    private Reply notTaken(
            RequestReader.Understood understood, Status status, Bytes masked, InetSocketAddress peer, Instant at) {
        Request request = understood.request();
        Optional<DeviceIdentity> identity = Optional.of(understood.identity());
        Bytes answer = new Response(request.kind(), request.reference(), status, at).bytes();
        garbage.keep(Protocol.SOS_ACCESS, identity, peer, masked, request.decoded(), "not-stored");
        garbage.keepAnswer(Protocol.SOS_ACCESS, identity, peer, answer, "not-stored");
        return new Reply(List.of(answer), false);
    }

    private static boolean isTaken(Receipt receipt) {
        return receipt.outcome() != Outcome.REFUSED;
    }
}
