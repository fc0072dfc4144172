package se.fixpunkt.alarms.receiver.dc09;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import se.fixpunkt.alarms.Arrival;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Peers;
import se.fixpunkt.shared.InvalidValue;

/** What is done with each piece that came, over whatever transport. Used on the reactor's thread only. */
final class FrameReception {
    private static final CompletionStage<List<Bytes>> SILENCE = CompletableFuture.completedFuture(List.of());

    private final Intake intake;
    private final GarbageLog garbage;
    private final Clock clock;

    FrameReception(Intake intake, GarbageLog garbage, Clock clock) {
        this.intake = intake;
        this.garbage = garbage;
        this.clock = clock;
    }

    /**
     * @param valid whether it was a frame with the right checksum and length
     * @param answers what to send; completed on another thread, never failed, empty when silence is the answer
     */
    record Outcome(boolean valid, CompletionStage<List<Bytes>> answers) {}

    Outcome receive(Piece piece, InetSocketAddress peer) {
        if (!piece.frame()) {
            return kept(false, Optional.empty(), peer, piece.bytes(), "garbage");
        }
        FrameReader.Result result = FrameReader.read(piece.bytes().toArray());
        if (result.frame() == null) {
            return kept(
                    false, Optional.empty(), peer, piece.bytes(), result.fault().verdict());
        }
        return receive(result.frame(), piece.bytes(), peer);
    }

    private Outcome receive(Frame frame, Bytes raw, InetSocketAddress peer) {
        String account = account(frame);
        Optional<DeviceIdentity> identity = identity(account);
        if (frame.isAnswer()) {
            return kept(true, identity, peer, raw, "unexpected");
        }
        if (identity.isEmpty()) {
            garbage.keep(Protocol.DC09, identity, peer, raw, "", account == null ? "no-account" : "bad-account");
            return new Outcome(true, CompletableFuture.completedFuture(List.of(FrameWriter.unable(frame))));
        }
        Instant now = clock.instant();
        Lane lane = frame.isLinkTest() ? Lane.SUPERVISION : Lane.ALARM;
        CompletionStage<List<Bytes>> answers = intake.take(new Arrival(
                        identity.get(),
                        raw,
                        Peers.text(peer),
                        now,
                        lane,
                        new FrameInterpreter(frame, identity.get(), now)))
                .handle((receipt, notStored) -> notStored == null ? receipt.answers() : List.of());
        return new Outcome(true, answers);
    }

    /** The account outside decides whose key is used; a frame in clear may have it inside only. */
    static String account(Frame frame) {
        if (frame.account() != null || frame.encrypted()) {
            return frame.account();
        }
        return Content.plain(frame.content()).account();
    }

    private static Optional<DeviceIdentity> identity(String account) {
        try {
            return Optional.of(DeviceIdentity.of(Protocol.DC09, account));
        } catch (InvalidValue notAnAccount) {
            return Optional.empty();
        }
    }

    private Outcome kept(
            boolean valid, Optional<DeviceIdentity> identity, InetSocketAddress peer, Bytes raw, String verdict) {
        garbage.keep(Protocol.DC09, identity, peer, raw, "", verdict);
        return new Outcome(valid, SILENCE);
    }
}
