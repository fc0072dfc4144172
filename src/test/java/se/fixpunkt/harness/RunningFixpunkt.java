package se.fixpunkt.harness;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.fixpunkt.alarms.receiver.ACertificate;

/**
 * The one Fixpunkt that all integration and browser tests of a run share: the built WAR in Payara Micro, started at the first
 * {@link #get()} and stopped when the run ends. Tests share it, so each makes its own people, projects and devices.
 */
public final class RunningFixpunkt {
    /** The first administrator, who exists from the start and needs no code. */
    public static final String ADMINISTRATOR = "admin@test.test";

    public static final String PASSWORD = "fixpunkt-tested-here";

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private static RunningFixpunkt running;
    private static String failed;

    private final Installation installation;

    private final ACertificate certificate;
    private final int sipTls;

    private RunningFixpunkt(Installation installation, ACertificate certificate, int sipTls) {
        this.installation = installation;
        this.certificate = certificate;
        this.sipTls = sipTls;
    }

    /** Starts it, or gives the one that runs. A start that failed once is not tried again. */
    public static synchronized RunningFixpunkt get() {
        if (failed != null) {
            throw new CannotStart(failed);
        }
        if (running == null) {
            try {
                running = start();
            } catch (RuntimeException e) {
                failed = e.toString();
                throw e;
            }
        }
        return running;
    }

    static synchronized void stop() {
        if (running != null) {
            running.installation.close();
            running = null;
        }
    }

    private static RunningFixpunkt start() {
        Path home = TARGET.resolve("it");
        Directories.delete(home);
        ACertificate certificate = new ACertificate(Directories.temporary("it-certificate"), "localhost", "EC");
        int sipTls = Ports.free();
        Installation.Settings settings = new Installation.Settings(
                home,
                TARGET,
                Ports.Plan.free(),
                768,
                Map.of(
                        "FIXPUNKT_FIRST_ORGANISATION",
                        "Test",
                        "FIXPUNKT_FIRST_ADMINISTRATOR",
                        ADMINISTRATOR,
                        "FIXPUNKT_FIRST_PASSWORD",
                        PASSWORD,
                        "FIXPUNKT_TLS_CERTIFICATE",
                        certificate.certificate().toString(),
                        "FIXPUNKT_TLS_KEY",
                        certificate.key().toString(),
                        "FIXPUNKT_SIP_TLS_PORT",
                        Integer.toString(sipTls)));
        return new RunningFixpunkt(Installation.start(settings, step -> {}), certificate, sipTls);
    }

    /** Where pages are, without a slash at the end. */
    public String url() {
        return installation.url();
    }

    public int sipPort() {
        return installation.ports().sip();
    }

    public int sipTlsPort() {
        return sipTls;
    }

    /** What the receivers show over TLS. */
    public ACertificate certificate() {
        return certificate;
    }

    public int dc09Port() {
        return installation.ports().dc09();
    }

    public int sosAccessPort() {
        return installation.ports().sosAccess();
    }

    public MailCatcher mail() {
        return installation.mail();
    }

    public EmbeddedMariaDb database() {
        return installation.database();
    }

    public PayaraMicro server() {
        return installation.server();
    }

    /** REST, signed out. */
    public Api api() {
        return new Api(url(), mail());
    }

    /** REST as the first administrator. */
    public Api administrator() {
        return api().signIn(ADMINISTRATOR, PASSWORD);
    }

    /** What the database holds: one map per row, column names in lower case, values as text. */
    public List<Map<String, String>> sql(String query, Object... values) {
        try (Connection connection = database().connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            List<Map<String, String>> found = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(row(rows));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(query + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> row(ResultSet rows) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            row.put(
                    rows.getMetaData().getColumnLabel(column).toLowerCase(java.util.Locale.ROOT),
                    rows.getString(column));
        }
        return row;
    }
}
