package se.fixpunkt.alarms.receiver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.receiver.dc09.Dc09Receiver;
import se.fixpunkt.alarms.receiver.scaip.ScaipReceiver;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Limits;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.alarms.receiver.sockets.TlsDoor;
import se.fixpunkt.alarms.receiver.sockets.TlsFiles;
import se.fixpunkt.alarms.receiver.sosaccess.SosAccessReceiver;

/** All receivers on free ports of the loopback address. */
public final class AReactor {
    private static final Limits FEW = new Limits(50, 20, Duration.ofMinutes(1), Duration.ofMinutes(5));
    /** For whoever says nothing: no other connection is safe from it on a machine that is taken away for seconds. */
    private static final Limits FEW_AND_QUICK = new Limits(50, 20, Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final Reactor reactor;
    private final Thread thread;
    private final int sip;
    private final int dc09;
    private final int sosAccess;
    private final GarbageLog garbage;
    private final ScaipReceiver scaip;
    private TlsDoor door;

    public AReactor(Intake intake, Clock clock) {
        this(intake, clock, FEW, InetAddress.getLoopbackAddress());
    }

    /** One that waits two seconds for a connection to show that it speaks the protocol, or to end what it began. */
    public static AReactor impatient(Intake intake, Clock clock) {
        return new AReactor(intake, clock, FEW_AND_QUICK, InetAddress.getLoopbackAddress());
    }

    public AReactor(Intake intake, Clock clock, Limits limits, InetAddress address) {
        InetSocketAddress free = new InetSocketAddress(address, 0);
        reactor = new Reactor(limits);
        thread = new Thread(reactor, "reactor-under-test");
        garbage = new GarbageLog(intake, clock);
        scaip = new ScaipReceiver(reactor, intake, garbage, clock, AReactor::seal, "");
        sip = scaip.listen("SIP", free).getPort();
        dc09 = new Dc09Receiver(reactor, intake, garbage, clock)
                .listen("DC09", free)
                .getPort();
        sosAccess = new SosAccessReceiver(reactor, intake, garbage, clock)
                .listen("SOSACCESS", free)
                .getPort();
        thread.setDaemon(true);
        thread.start();
    }

    public InetSocketAddress sip() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), sip);
    }

    public InetSocketAddress dc09() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), dc09);
    }

    public InetSocketAddress sosAccess() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), sosAccess);
    }

    /** Opens SIP over TLS as well. */
    public InetSocketAddress sipOverTls(TlsFiles files) {
        CompletableFuture<InetSocketAddress> bound = new CompletableFuture<>();
        reactor.execute(() -> {
            door = new TlsDoor(reactor, files, Thread::new, garbage);
            bound.complete(
                    scaip.listenSecurely("TLS", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), door));
        });
        return bound.join();
    }

    private static byte[] seal(byte[] told) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(told);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public void stop() throws InterruptedException {
        reactor.stop();
        if (door != null) {
            door.close();
        }
        thread.join(5000);
    }
}
