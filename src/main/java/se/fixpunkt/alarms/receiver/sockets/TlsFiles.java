package se.fixpunkt.alarms.receiver.sockets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * What TLS on the receivers' ports is made of.
 *
 * @param certificate PEM, the server's own certificate first, then those between it and the root
 * @param key PEM, the certificate's private key, not encrypted
 * @param clientAuthorities PEM, whose certificates devices may show; empty when they are not asked for one
 * @param clientsRequired whether a device without a certificate is sent away
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> clientAuthorities, boolean clientsRequired) {
    private static final char[] NO_PASSWORD = {};

    /** @throws TlsUnusable when a file cannot be read, is not what it should be, or does not fit the other */
    SSLContext load() {
        List<Certificate> chain = certificates("FIXPUNKT_TLS_CERTIFICATE", certificate);
        PrivateKey secret = PemKey.read("FIXPUNKT_TLS_KEY", key, chain.get(0).getPublicKey());
        try {
            KeyStore own = empty();
            own.setKeyEntry("receivers", secret, NO_PASSWORD, chain.toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), clientAuthorities.isPresent() ? trusted() : nobody(), null);
            return context;
        } catch (GeneralSecurityException | IOException failed) {
            throw new TlsUnusable("FIXPUNKT_TLS_CERTIFICATE: " + failed.getMessage());
        }
    }

    /** Grows or changes when one of the files does. */
    List<String> state() {
        List<String> state = new ArrayList<>();
        for (Path file : List.of(certificate, key, clientAuthorities.orElse(certificate))) {
            try {
                state.add(Files.getLastModifiedTime(file) + " " + Files.size(file));
            } catch (IOException away) {
                state.add("away");
            }
        }
        return state;
    }

    private TrustManager[] trusted() throws GeneralSecurityException, IOException {
        KeyStore roots = empty();
        int number = 0;
        for (Certificate root : certificates("FIXPUNKT_TLS_CLIENT_CA", clientAuthorities.orElseThrow())) {
            roots.setCertificateEntry("root-" + number++, root);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        return trust.getTrustManagers();
    }

    /** Never asked, and certainly not those that the machine trusts for web pages. */
    private static TrustManager[] nobody() {
        return new TrustManager[0];
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(String setting, Path file) {
        try {
            String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
            int begin = pem.indexOf("-----BEGIN CERTIFICATE-----");
            byte[] bytes = pem.substring(Math.max(begin, 0)).getBytes(StandardCharsets.ISO_8859_1);
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            if (begin < 0 || read.isEmpty()) {
                throw new TlsUnusable(setting + " holds no certificate in PEM");
            }
            return List.copyOf(read);
        } catch (IOException away) {
            throw new TlsUnusable(setting + " cannot be read");
        } catch (GeneralSecurityException notOne) {
            throw new TlsUnusable(setting + " holds no certificate in PEM");
        }
    }
}
