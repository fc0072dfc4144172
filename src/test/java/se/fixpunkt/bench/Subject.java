package se.fixpunkt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import se.fixpunkt.cluster.Cluster;
import se.fixpunkt.cluster.TrustedAuthority;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.RunningFixpunkt;

/**
 * The Fixpunkt that is measured: with a database of its own, or one node of two whole groups and an arbitrator. The load tool shares
 * the machine with all of it.
 */
interface Subject {
    /** Where the load tool's own sockets are. */
    InetAddress own();

    InetSocketAddress dc09();

    InetSocketAddress sip();

    Api administrator();

    Connection connect() throws SQLException;

    /** The server's process. */
    long pid();

    /** {@code -Dcluster=true} asks for the groups. */
    static Subject asked() {
        return Boolean.getBoolean("cluster") ? new Groups() : new Alone();
    }

    /** As integration tests have it. */
    final class Alone implements Subject {
        private final RunningFixpunkt fixpunkt = RunningFixpunkt.get();

        @Override
        public InetAddress own() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public InetSocketAddress dc09() {
            return new InetSocketAddress(own(), fixpunkt.dc09Port());
        }

        @Override
        public InetSocketAddress sip() {
            return new InetSocketAddress(own(), fixpunkt.sipPort());
        }

        @Override
        public Api administrator() {
            return fixpunkt.administrator();
        }

        @Override
        public Connection connect() throws SQLException {
            return fixpunkt.database().connect();
        }

        @Override
        public long pid() {
            return fixpunkt.server().process().pid();
        }
    }

    /** As {@code ops/cluster} starts them; the load goes to group a. */
    final class Groups implements Subject {
        private static final String NODE = "app-a";
        private static final Duration PATIENCE = Duration.ofSeconds(20);

        /** What a server of its own would have at least: data of minutes stay in memory, and no checkpoint falls into a measurement. */
        private static final Map<String, String> MEMORY = Map.of(
                "FIXPUNKT_CLUSTER_HEAP",
                "768m",
                "FIXPUNKT_CLUSTER_BUFFER_POOL",
                "2G",
                "FIXPUNKT_CLUSTER_REDO_LOG",
                "1G");

        private final Cluster cluster = Cluster.start(Path.of("target", "cluster-bench"), MEMORY, "--without-backup");

        /** For what else is measured in the same groups. */
        Cluster cluster() {
            return cluster;
        }

        @Override
        public InetAddress own() {
            try {
                return InetAddress.getByName(cluster.address(NODE).replaceFirst("\\.\\d+$", ".1"));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public InetSocketAddress dc09() {
            return new InetSocketAddress(cluster.address(NODE), 5093);
        }

        @Override
        public InetSocketAddress sip() {
            return new InetSocketAddress(cluster.address(NODE), 5060);
        }

        @Override
        public Api administrator() {
            try {
                HttpClient client = HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .sslContext(TrustedAuthority.of(cluster.authority()))
                        .build();
                return new Api(client, cluster.url(), null, PATIENCE)
                        .signIn("admin@example.com", cluster.secret("FIXPUNKT_FIRST_PASSWORD"));
            } catch (IOException | GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public Connection connect() throws SQLException {
            return cluster.connect("db-a");
        }

        @Override
        public long pid() {
            try {
                return Long.parseLong(
                        Files.readString(cluster.home().resolve(NODE).resolve("pid"))
                                .strip()
                                .split("\\s", -1)[0]);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
