package se.fixpunkt.alarms.receiver;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.alarms.receiver.sockets.TlsFiles;
import se.fixpunkt.shared.StartRefused;

/** Which receivers are also heard over TLS, and with what certificate. 0 is off. */
@Dependent
class SecurePorts {
    private static final int SIPS = 5061;

    private final Optional<TlsFiles> files;
    private final int sip;
    private final int dc09;
    private final int sosAccess;

    @Inject
    SecurePorts(
            @ConfigProperty(name = "fixpunkt.sip.tls.port") Optional<Integer> sip,
            @ConfigProperty(name = "fixpunkt.dc09.tls.port", defaultValue = "0") int dc09,
            @ConfigProperty(name = "fixpunkt.sosaccess.tls.port", defaultValue = "0") int sosAccess,
            @ConfigProperty(name = "fixpunkt.tls.certificate") Optional<String> certificate,
            @ConfigProperty(name = "fixpunkt.tls.key") Optional<String> key,
            @ConfigProperty(name = "fixpunkt.tls.client.ca") Optional<String> clientAuthorities,
            @ConfigProperty(name = "fixpunkt.tls.clients", defaultValue = "optional") String clients) {
        this.files = certificate.map(own -> new TlsFiles(
                Path.of(own.strip()),
                Path.of(key.orElseThrow(() -> StartRefused.because("FIXPUNKT_TLS_KEY is missing"))
                        .strip()),
                clientAuthorities.map(String::strip).map(Path::of),
                clients.strip().equals("required")));
        this.sip = sip.orElse(files.isPresent() ? SIPS : 0);
        this.dc09 = dc09;
        this.sosAccess = sosAccess;
        if (files.isEmpty() && this.sip + dc09 + sosAccess > 0) {
            throw StartRefused.because("FIXPUNKT_TLS_CERTIFICATE is missing, and a port for TLS is set");
        }
        if (clients.strip().equals("required") && clientAuthorities.isEmpty()) {
            throw StartRefused.because("FIXPUNKT_TLS_CLIENT_CA is missing, and FIXPUNKT_TLS_CLIENTS is required");
        }
    }

    /** Empty when no port is open over TLS. */
    Optional<TlsFiles> files() {
        return sip + dc09 + sosAccess > 0 ? files : Optional.empty();
    }

    int sip() {
        return sip;
    }

    int dc09() {
        return dc09;
    }

    int sosAccess() {
        return sosAccess;
    }
}
