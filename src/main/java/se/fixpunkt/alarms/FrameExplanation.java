package se.fixpunkt.alarms;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import se.fixpunkt.alarms.domain.Bytes;

/** How one protocol's messages are explained; implemented beside its receiver, with its readers. Without effects. */
public interface FrameExplanation {

    Protocol protocol();

    /** The characters of a message that was pasted as text. */
    Charset charset();

    /** Whether it may be a message of this protocol, however broken. */
    boolean looksLike(Bytes message);

    /**
     * @param senders the devices whose messages the asker may read
     * @param now the time that the message's own time is measured by
     */
    Explained explain(Bytes message, Senders senders, Instant now);

    /** Finds registered devices. */
    @FunctionalInterface
    interface Senders {
        Optional<Sender> of(DeviceIdentity identity);
    }
}
