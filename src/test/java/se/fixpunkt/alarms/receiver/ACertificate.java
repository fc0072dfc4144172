package se.fixpunkt.alarms.receiver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import se.fixpunkt.alarms.receiver.sockets.TlsFiles;

/** A certificate of its own authority, made by the JDK's keytool, with its key, in PEM files and ready to be used. */
public final class ACertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path directory;
    private final KeyStore store;

    /** @param algorithm {@code EC} or {@code RSA} */
    public ACertificate(Path directory, String name, String algorithm) {
        this.directory = directory;
        try {
            Path file = directory.resolve(name + ".p12");
            int made = new ProcessBuilder(Stream.concat(
                                    Stream.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                            .toString()),
                                    Stream.of(
                                            "-genkeypair",
                                            "-alias",
                                            "one",
                                            "-keyalg",
                                            algorithm,
                                            "-dname",
                                            "CN=" + name,
                                            "-ext",
                                            "bc:c",
                                            "-validity",
                                            "2",
                                            "-storetype",
                                            "PKCS12",
                                            "-keystore",
                                            file.toString(),
                                            "-storepass",
                                            new String(PASSWORD)))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(name + ".log").toFile())
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IllegalStateException(Files.readString(directory.resolve(name + ".log")));
            }
            store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            Files.writeString(certificate(), pem("CERTIFICATE", own().getEncoded()));
            Files.writeString(key(), pem("PRIVATE KEY", secret().getEncoded()));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public Path certificate() {
        return directory.resolve("certificate.pem");
    }

    public Path key() {
        return directory.resolve("key.pem");
    }

    public TlsFiles files() {
        return new TlsFiles(certificate(), key(), Optional.empty(), false);
    }

    public Certificate own() throws GeneralSecurityException {
        return store.getCertificate("one");
    }

    public Key secret() throws GeneralSecurityException {
        return store.getKey("one", PASSWORD);
    }

    /** A device that trusts this certificate only, and shows another of its own if it has one. */
    public SSLContext device(ACertificate... shown) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("root", own());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        for (ACertificate one : List.of(shown)) {
            keys.init(one.store, PASSWORD);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.length == 0 ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    public static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + new String(LINES.encode(der), StandardCharsets.US_ASCII)
                + "\n-----END " + what + "-----\n";
    }
}
