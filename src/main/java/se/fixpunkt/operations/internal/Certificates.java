package se.fixpunkt.operations.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.fixpunkt.operations.Certificate;

/** When the certificates in this node's files end. */
@ApplicationScoped
class Certificates {
    private final List<Path> files;

    @Inject
    Certificates(@ConfigProperty(name = "fixpunkt.certificates") Optional<String> configured) {
        this.files = configured.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .toList();
    }

    List<Certificate> now() {
        return files.stream().map(Certificates::read).toList();
    }

    static Certificate read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .min(Comparator.comparing(X509Certificate::getNotAfter))
                    .map(first -> new Certificate(
                            name,
                            first.getSubjectX500Principal().getName(),
                            first.getNotAfter().toInstant()))
                    .orElseGet(() -> new Certificate(name, null, null));
        } catch (IOException | CertificateException unreadable) {
            return new Certificate(name, null, null);
        }
    }
}
