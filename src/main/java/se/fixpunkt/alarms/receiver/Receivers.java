package se.fixpunkt.alarms.receiver;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Reception;
import se.fixpunkt.alarms.receiver.dc09.Dc09Receiver;
import se.fixpunkt.alarms.receiver.scaip.ScaipReceiver;
import se.fixpunkt.alarms.receiver.sockets.GarbageLog;
import se.fixpunkt.alarms.receiver.sockets.Limits;
import se.fixpunkt.alarms.receiver.sockets.PortTaken;
import se.fixpunkt.alarms.receiver.sockets.Reactor;
import se.fixpunkt.alarms.receiver.sockets.TlsDoor;
import se.fixpunkt.alarms.receiver.sockets.TlsUnusable;
import se.fixpunkt.alarms.receiver.sosaccess.SosAccessReceiver;
import se.fixpunkt.shared.NodeStopping;
import se.fixpunkt.shared.StartRefused;
import se.fixpunkt.shared.Vault;

/**
 * Opens the devices' ports when the application starts, and closes them when it stops, after what was received has been
 * answered. A port that cannot be opened refuses the start: a receiving centre that is deaf must not look alive.
 */
@ApplicationScoped
class Receivers {
    private static final Logger LOG = Logger.getLogger(Receivers.class.getName());
    private static final Duration DRAIN = Duration.ofSeconds(4);

    private final Intake intake;
    private final Reception reception;
    private final ManagedThreadFactory threads;
    private final Clock clock;
    private final Vault vault;
    private final SecurePorts secure;
    private final String address;
    private final int sipPort;
    private final int dc09Port;
    private final int sosAccessPort;
    private final String transfer;
    private Reactor reactor;
    private CountedIntake counted;
    private TlsDoor door;
    private Thread thread;

    @Inject
    Receivers(
            Intake intake,
            Reception reception,
            ManagedThreadFactory threads,
            Clock clock,
            Vault vault,
            SecurePorts secure,
            @ConfigProperty(name = "fixpunkt.receiver.address", defaultValue = "0.0.0.0") String address,
            @ConfigProperty(name = "fixpunkt.sip.port", defaultValue = "5060") int sipPort,
            @ConfigProperty(name = "fixpunkt.dc09.port", defaultValue = "5093") int dc09Port,
            @ConfigProperty(name = "fixpunkt.sosaccess.port", defaultValue = "5094") int sosAccessPort,
            @ConfigProperty(name = "fixpunkt.scaip.transfer") Optional<String> transfer) {
        this.intake = intake;
        this.reception = reception;
        this.threads = threads;
        this.clock = clock;
        this.vault = vault;
        this.secure = secure;
        this.address = address;
        this.sipPort = sipPort;
        this.dc09Port = dc09Port;
        this.sosAccessPort = sosAccessPort;
        this.transfer = transfer.orElse("").strip();
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        reactor = new Reactor(Limits.USUAL);
        counted = new CountedIntake(intake);
        try {
            open(new GarbageLog(counted, clock));
        } catch (PortTaken | TlsUnusable refused) {
            reactor.closeAll();
            throw StartRefused.because(refused.getMessage());
        }
        reception.opened(Protocol.SCAIP, sipPort, secure.sip());
        reception.opened(Protocol.DC09, dc09Port, secure.dc09());
        reception.opened(Protocol.SOS_ACCESS, sosAccessPort, secure.sosAccess());
        thread = threads.newThread(reactor);
        thread.setName("fixpunkt-receivers");
        thread.start();
        LOG.info(() -> "Devices are heard at " + address + ": " + port("SCAIP", sipPort, "TCP and UDP") + ", "
                + port("DC-09", dc09Port, "TCP and UDP") + ", " + port("SOS Access", sosAccessPort, "TCP")
                + "; over TLS: "
                + port("SCAIP", secure.sip(), "TLS") + ", " + port("DC-09", secure.dc09(), "TLS") + ", "
                + port("SOS Access", secure.sosAccess(), "TLS"));
    }

    private void open(GarbageLog garbage) {
        ScaipReceiver scaip = new ScaipReceiver(reactor, counted, garbage, clock, this::seal, transfer);
        Dc09Receiver dc09 = new Dc09Receiver(reactor, counted, garbage, clock);
        SosAccessReceiver sosAccess = new SosAccessReceiver(reactor, counted, garbage, clock);
        if (sipPort != 0) {
            scaip.listen("FIXPUNKT_SIP_PORT", bound(sipPort));
        }
        if (dc09Port != 0) {
            dc09.listen("FIXPUNKT_DC09_PORT", bound(dc09Port));
        }
        if (sosAccessPort != 0) {
            sosAccess.listen("FIXPUNKT_SOSACCESS_PORT", bound(sosAccessPort));
        }
        secure.files().ifPresent(files -> {
            door = new TlsDoor(reactor, files, threads, garbage);
            if (secure.sip() != 0) {
                scaip.listenSecurely("FIXPUNKT_SIP_TLS_PORT", bound(secure.sip()), door);
            }
            if (secure.dc09() != 0) {
                dc09.listenSecurely("FIXPUNKT_DC09_TLS_PORT", bound(secure.dc09()), door);
            }
            if (secure.sosAccess() != 0) {
                sosAccess.listenSecurely("FIXPUNKT_SOSACCESS_TLS_PORT", bound(secure.sosAccess()), door);
            }
        });
    }

    /** The same on every node: a device may answer one node's question to another. */
    private byte[] seal(byte[] nonce) {
        return vault.fingerprint(new String(nonce, StandardCharsets.US_ASCII), "sip.nonce");
    }

    /** While the database is still there to store what has come. */
    void leave(@Observes NodeStopping stopping) {
        stop();
    }

    /** New devices are sent away at once; what has come is answered first. */
    @PreDestroy
    void stop() {
        if (thread == null) {
            return;
        }
        Thread running = thread;
        thread = null;
        reception.closed();
        reactor.execute(reactor::stopListening);
        try {
            counted.awaitNone(DRAIN);
            reactor.stop();
            running.join(DRAIN.toMillis());
            if (door != null) {
                door.close();
            }
        } catch (InterruptedException hurried) {
            reactor.stop();
            Thread.currentThread().interrupt();
        }
    }

    private InetSocketAddress bound(int port) {
        InetSocketAddress bound = new InetSocketAddress(address, port);
        if (bound.isUnresolved()) {
            throw StartRefused.because("FIXPUNKT_RECEIVER_ADDRESS is no address of this machine");
        }
        return bound;
    }

    private static String port(String protocol, int port, String transport) {
        return protocol + (port == 0 ? " off" : " on port " + port + " (" + transport + ")");
    }
}
