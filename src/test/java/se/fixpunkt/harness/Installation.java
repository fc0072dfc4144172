package se.fixpunkt.harness;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Fixpunkt with everything it needs, on this machine's loopback address: database, mail catcher, server. */
public final class Installation implements AutoCloseable {
    private final Settings settings;
    private final EmbeddedMariaDb database;
    private final MailCatcher mail;
    private final PayaraMicro server;

    private Installation(Settings settings, EmbeddedMariaDb database, MailCatcher mail, PayaraMicro server) {
        this.settings = settings;
        this.database = database;
        this.mail = mail;
        this.server = server;
    }

    /**
     * Starts the parts in order. When one does not come up, those before it are stopped again.
     *
     * @param progress is told in a few words what happens now
     */
    public static Installation start(Settings settings, Consumer<String> progress) {
        MailCatcher mail = null;
        EmbeddedMariaDb database = null;
        try {
            mail = MailCatcher.start(settings.ports().smtp(), settings.ports().inbox());
            progress.accept("Starting MariaDB");
            database = EmbeddedMariaDb.start(
                    settings.home().resolve("database"),
                    settings.target().resolve("mariadb"),
                    settings.ports().database(),
                    PrivateFiles.secret(settings.secrets().resolve("database-password"), 24));
            progress.accept("Starting Payara Micro with " + settings.war().getFileName());
            PayaraMicro server = PayaraMicro.start(
                    settings.payara(),
                    settings.war(),
                    settings.home(),
                    settings.ports().http(),
                    settings.memoryMegabytes(),
                    environment(settings, database));
            return new Installation(settings, database, mail, server);
        } catch (RuntimeException e) {
            if (database != null) {
                database.close();
            }
            if (mail != null) {
                mail.close();
            }
            throw e;
        }
    }

    /** Where pages are, e.g. {@code http://localhost:8080}. */
    public String url() {
        return server.url();
    }

    public Ports.Plan ports() {
        return settings.ports();
    }

    public EmbeddedMariaDb database() {
        return database;
    }

    public MailCatcher mail() {
        return mail;
    }

    public PayaraMicro server() {
        return server;
    }

    /** Stops the server before the database it uses. */
    @Override
    public void close() {
        server.close();
        database.close();
        mail.close();
    }

    private static Map<String, String> environment(Settings settings, EmbeddedMariaDb database) {
        Ports.Plan ports = settings.ports();
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put("FIXPUNKT_DB_URL", database.url());
        environment.put("FIXPUNKT_DB_USER", database.user());
        environment.put("FIXPUNKT_DB_PASSWORD", database.password());
        environment.put("FIXPUNKT_BASE_URL", "http://localhost:" + ports.http());
        environment.put("FIXPUNKT_MAIL_HOST", "127.0.0.1");
        environment.put("FIXPUNKT_MAIL_PORT", Integer.toString(ports.smtp()));
        environment.put("FIXPUNKT_MAIL_TLS", "none");
        environment.put("FIXPUNKT_MAIL_FROM", "fixpunkt@demo.test");
        environment.put(
                "FIXPUNKT_SECRET_KEY", PrivateFiles.secret(settings.secrets().resolve("secret-key"), 32));
        environment.put(
                "FIXPUNKT_SECRET_KEY_FACES",
                PrivateFiles.secret(settings.secrets().resolve("secret-key-faces"), 16));
        environment.put("FIXPUNKT_RECEIVER_ADDRESS", "127.0.0.1");
        environment.put("FIXPUNKT_SIP_PORT", Integer.toString(ports.sip()));
        environment.put("FIXPUNKT_DC09_PORT", Integer.toString(ports.dc09()));
        environment.put("FIXPUNKT_SOSACCESS_PORT", Integer.toString(ports.sosAccess()));
        return environment;
    }

    /**
     * How to start.
     *
     * @param home where data and logs live
     * @param target the build's directory, with the WAR and the server in it
     * @param memoryMegabytes the Java heap's limit
     * @param environment what is added to the environment that the parts themselves give
     */
    public record Settings(
            Path home, Path target, Ports.Plan ports, int memoryMegabytes, Map<String, String> environment) {

        Path war() {
            return target.resolve("fixpunkt.war");
        }

        Path payara() {
            return target.resolve("server/payara-micro.jar");
        }

        Path secrets() {
            return home.resolve("secrets");
        }
    }
}
