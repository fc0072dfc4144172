package se.fixpunkt.alarms.receiver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.receiver.dc09.Dc09Receiver;
import se.fixpunkt.alarms.receiver.scaip.ScaipReceiver;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Limits;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.alarms.receiver.sosaccess.SosAccessReceiver;

/** All receivers on free ports of the loopback address. */
public final class AReactor {
    private static final Limits QUICK = new Limits(50, 20, Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final Reactor reactor = new Reactor(QUICK);
    private final Thread thread = new Thread(reactor, "reactor-under-test");
    private final int sip;
    private final int dc09;
    private final int sosAccess;

    public AReactor(Intake intake, Clock clock) {
        InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        GarbageLog garbage = new GarbageLog(intake, clock);
        sip = new ScaipReceiver(reactor, intake, garbage, clock, "")
                .listen("SIP", free)
                .getPort();
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

    public void stop() throws InterruptedException {
        reactor.stop();
        thread.join(5000);
    }
}
