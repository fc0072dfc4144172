package se.fixpunkt.alarms.receiver.sockets;

/** Certificate or key cannot be used. The text is for IT staff, names the setting, and never holds any of the key. */
@SuppressWarnings("serial")
public final class TlsUnusable extends RuntimeException {
    public TlsUnusable(String message) {
        super(message);
    }
}
