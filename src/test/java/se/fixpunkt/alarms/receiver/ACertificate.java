package se.fixpunkt.alarms.receiver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import se.fixpunkt.alarms.receiver.sockets.TlsFiles;
import se.fixpunkt.harness.Directories;

/** A certificate of its own authority, made by the JDK's keytool, with its key, in PEM files and ready to be used. */
public final class ACertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private final Path directory;
    private final KeyStore store;

    /** @param algorithm {@code EC} or {@code RSA} */
    public ACertificate(Path directory, String name, String algorithm) {
        this.directory = directory;
        try {
            store = KeyStore.getInstance("PKCS12");
            store.load(
                    new ByteArrayInputStream(MADE.computeIfAbsent(name + algorithm, key -> made(name, algorithm))),
                    PASSWORD);
            Files.writeString(certificate(), pem("CERTIFICATE", own().getEncoded()));
            Files.writeString(key(), pem("PRIVATE KEY", secret().getEncoded()));
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Once in a run for each name: keytool takes its time. */
    private static byte[] made(String name, String algorithm) {
        try {
            Path directory = Directories.temporary("certificate");
            Path file = directory.resolve("store.p12");
            Path log = directory.resolve("log");
            int made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
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
                            new String(PASSWORD))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (made != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
            return Files.readAllBytes(file);
        } catch (IOException failed) {
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
