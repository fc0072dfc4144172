package se.fixpunkt.shared;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The end of a start that cannot succeed. Payara Micro goes on running without the application when a deployment fails,
 * which looks alive to whoever supervises the process; so the process is ended with exit code 1 after one clear line.
 */
public final class StartRefused {
    private static final Logger LOG = Logger.getLogger(StartRefused.class.getName());

    private StartRefused() {}

    /**
     * Never returns.
     *
     * @param reason names the environment variable and what is wrong with it, never a secret value
     */
    public static IllegalStateException because(String reason) {
        LOG.log(Level.SEVERE, "Fixpunkt does not start: {0}", reason);
        for (Logger logger = LOG; logger != null; logger = logger.getParent()) {
            for (Handler handler : logger.getHandlers()) {
                handler.flush();
            }
        }
        Runtime.getRuntime().halt(1);
        return new IllegalStateException(reason);
    }
}
