package se.fixpunkt.alarms.receiver.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.alarms.Intake;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Reception;
import se.fixpunkt.shared.NodeStopping;
import se.fixpunkt.shared.StartRefused;

/** The receiver's switch and its place on the status page; what comes is handed to {@link WebhookReception}. */
@ApplicationScoped
public class WebhookReceiver {
    private final Reception reception;
    private final WebhookReception messages;
    private final String wanted;
    private final String baseUrl;
    private volatile boolean stopping;

    @Inject
    WebhookReceiver(
            Intake intake,
            Reception reception,
            Clock clock,
            @ConfigProperty(name = "fixpunkt.webhook", defaultValue = "on") String wanted,
            @ConfigProperty(name = "FIXPUNKT_BASE_URL", defaultValue = "http://localhost:8080") String baseUrl) {
        this.reception = reception;
        this.messages = new WebhookReception(intake, clock);
        this.wanted = wanted.strip().toLowerCase(Locale.ROOT);
        this.baseUrl = baseUrl;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        if (!wanted.equals("on") && !wanted.equals("off")) {
            throw StartRefused.because("FIXPUNKT_WEBHOOK must be on or off");
        }
        reception.opened(Protocol.WEBHOOK, isOn() ? port(URI.create(baseUrl)) : 0, 0);
    }

    /** From here on the intake ends: a sender is better off at another node. */
    void leave(@Observes NodeStopping leaving) {
        stopping = true;
    }

    public boolean isOn() {
        return wanted.equals("on");
    }

    /** The answer, when the message is stored or refused; never failed. Completed on a thread of the intake, or at once. */
    public CompletionStage<Answer> receive(Delivery delivery) {
        return stopping ? CompletableFuture.completedFuture(WebhookReception.NOT_NOW) : messages.receive(delivery);
    }

    /** The one that senders use, which need not be the server's own. */
    private static int port(URI base) {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return "http".equalsIgnoreCase(base.getScheme()) ? 80 : 443;
    }
}
