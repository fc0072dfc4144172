package se.fixpunkt.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import se.fixpunkt.harness.AtExit;
import se.fixpunkt.harness.CannotStart;

/**
 * A cluster of its own for a test, started and broken by {@code ops/cluster}. Nodes are called as there: {@code db-a}, {@code app-b},
 * {@code arb}, {@code lb}, or a whole group {@code a}. It needs Debian, root and the packages of
 * {@code ops/install-test-tools cluster}, and says so rather than being skipped.
 *
 * <p>There is one at a time on a machine, because its network has names.
 */
public final class Cluster implements AutoCloseable {
    private static final Path TOOL = Path.of("ops", "cluster").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Path home;
    private final Map<String, String> environment;
    private final Map<String, String> addresses = new HashMap<>();
    private final Runnable stopping = this::takeDown;

    private Cluster(Path home, Map<String, String> environment) {
        this.home = home.toAbsolutePath();
        this.environment = new HashMap<>(environment);
        this.environment.put("FIXPUNKT_CLUSTER_HOME", this.home.toString());
    }

    /** Two database nodes and the arbitrator, without the application. */
    public static Cluster ofDatabases(Path home) {
        return start(home, Map.of(), "--without-applications");
    }

    /**
     * Two whole groups, the arbitrator and the load balancer, with the WAR that was built; without backups, whose work would be in all
     * times that are measured, until {@code up --with-backup} starts them.
     */
    public static Cluster ofGroups(Path home) {
        return start(home, Map.of(), "--without-backup");
    }

    /**
     * Starts from nothing: what an earlier run left in this home is taken away first.
     *
     * @param home for data, logs and certificates; emptied
     * @param environment what {@code ops/cluster help} names
     * @param options of {@code ops/cluster up}
     */
    public static Cluster start(Path home, Map<String, String> environment, String... options) {
        Cluster cluster = new Cluster(home, environment);
        cluster.run("down", "--now", "--purge");
        AtExit.run(cluster.stopping);
        List<String> up = new ArrayList<>(List.of("up", "--namespaces"));
        up.addAll(List.of(options));
        try {
            cluster.run(up.toArray(String[]::new));
            cluster.readAddresses();
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** Data, logs, certificates and secrets of all nodes. */
    public Path home() {
        return home;
    }

    /** Where people go: the load balancer's address, without a slash at the end. */
    public String url() {
        return addresses.get("url");
    }

    /** The certificate of the authority that all nodes' certificates are signed by. */
    public Path authority() {
        return home.resolve("tls/ca.pem");
    }

    /** The node's address without a port. */
    public String address(String node) {
        String known = addresses.get(node);
        if (known == null) {
            throw new IllegalArgumentException("There is no " + node + " among " + addresses.keySet());
        }
        return known;
    }

    /** A value that was made for this cluster, such as {@code FIXPUNKT_DB_PASSWORD}. */
    public String secret(String name) {
        try {
            return Files.readAllLines(home.resolve("secrets")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no secret " + name));
        } catch (IOException e) {
            throw new CannotStart("Cannot read the cluster's secrets: " + e.getMessage(), e);
        }
    }

    /** A connection to this database node and no other, as the application has it: over TLS, with the node's name checked. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "fixpunkt");
        properties.setProperty("password", secret("FIXPUNKT_DB_PASSWORD"));
        properties.setProperty("sslMode", "verify-full");
        properties.setProperty("serverSslCert", authority().toString());
        properties.setProperty("connectTimeout", "20000");
        properties.setProperty("socketTimeout", "60000");
        properties.setProperty("sessionVariables", "innodb_snapshot_isolation=1,wsrep_sync_wait=1");
        return DriverManager.getConnection("jdbc:mariadb://" + address(database) + ":3306/fixpunkt", properties);
    }

    /** Starts a node that does not run, and waits until an application node is ready; a database node goes on joining. */
    public void start(String... nodes) {
        run("start", nodes);
    }

    public void stop(String... nodes) {
        run("stop", nodes);
    }

    /** {@code kill -9}. */
    public void kill(String... nodes) {
        run("kill", nodes);
    }

    /** The processes stop where they are, and their connections stay open. */
    public void freeze(String... nodes) {
        run("freeze", nodes);
    }

    public void thaw(String... nodes) {
        run("thaw", nodes);
    }

    /** Takes the network away from a node, or from a group, whose two nodes still reach each other. */
    public void cut(String node) {
        run("cut", node);
    }

    /** No packet between these two; they still reach the others. */
    public void cut(String one, String other) {
        run("cut", one, other);
    }

    /** What the first sends does not arrive at the second; the other direction works. */
    public void cutOneWay(String from, String to) {
        run("cut-one-way", from, to);
    }

    public void heal() {
        run("heal");
    }

    /** Starts everything that does not run; after everything was killed, from the most advanced node. */
    public void up(String... options) {
        run("up", options);
    }

    /** Waits until every running database node is in the majority and has every change. */
    public void awaitSynced() {
        run("wait-synced");
    }

    /** Any other command of {@code ops/cluster}; gives what it printed. Its failure is one line. */
    public String run(String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        return run(words.toArray(String[]::new));
    }

    /** Takes everything down; the logs stay in {@link #home()} until the next start. */
    @Override
    public void close() {
        AtExit.forget(stopping);
        takeDown();
    }

    private void takeDown() {
        run("down", "--now");
    }

    private void readAddresses() {
        run("addresses").lines().forEach(line -> {
            int equals = line.indexOf('=');
            String value = line.substring(equals + 1);
            boolean url = line.startsWith("url=");
            addresses.put(
                    line.substring(0, equals),
                    url ? value : value.replaceFirst("^https://", "").replaceFirst("[: ].*$", ""));
        });
    }

    private String run(String[] words) {
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        command.addAll(List.of(words));
        Path output = null;
        try {
            // A file and not a pipe: a node that was started inherits the descriptor and would keep a pipe open.
            output = Files.createTempFile("cluster", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CannotStart("ops/cluster " + String.join(" ", words) + " did not end in time");
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new CannotStart(reason(said, words));
            }
            return said;
        } catch (IOException e) {
            throw new CannotStart("Cannot run " + TOOL + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while ops/cluster ran", e);
        } finally {
            delete(output);
        }
    }

    private static String reason(String said, String[] words) {
        return said.lines()
                .filter(line -> line.startsWith("ops/cluster: ") && !line.contains("taking down"))
                .findFirst()
                .orElse("ops/cluster " + String.join(" ", words) + " failed: " + said.strip());
    }

    private static void delete(Path file) {
        if (file != null && !file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
