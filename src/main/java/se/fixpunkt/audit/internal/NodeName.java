package se.fixpunkt.audit.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this server is called in the journal: {@code FIXPUNKT_NODE}, else the machine's own name. */
@ApplicationScoped
class NodeName {
    private static final int LONGEST = 64;

    private final String value;

    @Inject
    NodeName(@ConfigProperty(name = "fixpunkt.node") Optional<String> configured) {
        String name = configured.filter(text -> !text.isBlank()).orElseGet(NodeName::ofMachine);
        this.value = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    String value() {
        return value;
    }

    private static String ofMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "-";
        }
    }
}
