package se.fixpunkt.cluster.faults;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import se.fixpunkt.cluster.Cluster;
import se.fixpunkt.cluster.TrustedAuthority;
import se.fixpunkt.cluster.faults.ActionBook.Outcome;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.Chromium;
import se.fixpunkt.harness.Waiting;

/**
 * Devices send and operators work while group b is killed, frozen and cut off. After everything has healed, every database node
 * must hold each acknowledged message once, each alarm with one owner, and one journal row for each acknowledged action.
 *
 * <p>The few faults of every build; {@code ./mvnw verify -Pfaults} has them all. What is lost or doubled fails the test; the goals of time
 * are printed with what was measured, since the machine of a build is busy with both the cluster and its load.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultSuiteIT {
    private static final Logger LOG = Logger.getLogger(FaultSuiteIT.class.getName());
    private static final Path HOME = Path.of("target", "cluster-faults");
    private static final boolean ALL = Boolean.getBoolean("faults.all");
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    /** For what is no part of the measurement; both nodes have just begun, and compile. */
    private static final Duration UNHURRIED = Duration.ofSeconds(60);

    private static final Duration WARM = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(8);
    private static final String ADMINISTRATOR = "admin@example.com";
    private static final int SIP = 5060;
    private static final int SIPS = 5061;
    private static final int DC09 = 5093;
    private static final int DEVICES = 3;
    private static final int OPERATORS = 3;
    private static final long PAUSE_MILLIS = 250;
    /** Alarms of one device in a minute that are shown one by one: the operators are to have work. */
    private static final int NO_FLOOD = 1000;

    private static Cluster cluster;
    private static HttpClient client;
    private static Api administrator;

    private final SignalBook signals = new SignalBook();
    private final ActionBook actions = new ActionBook();
    private final WriteProbe writes = new WriteProbe(() -> cluster.connect("db-a"));
    private final FaultReport report = new FaultReport();

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, SQLException {
        cluster = ALL
                ? Cluster.start(HOME, Map.of(), "--without-backup", "--small-disks", "900m", "--own-clocks")
                : Cluster.ofGroups(HOME);
        client = HttpClient.newBuilder()
                // Each request has its own patience besides.
                .connectTimeout(UNHURRIED)
                .sslContext(TrustedAuthority.of(cluster.authority()))
                .build();
        administrator = new Api(client, cluster.url(), null, UNHURRIED)
                .signIn(ADMINISTRATOR, cluster.secret("FIXPUNKT_FIRST_PASSWORD"));
        try (Connection node = cluster.connect("db-a");
                Statement statement = node.createStatement()) {
            statement.execute("CREATE TABLE fault_probe (at DATETIME(6) NOT NULL PRIMARY KEY) ENGINE = InnoDB");
        }
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    @Order(1)
    void aHalfFilledFormIsSubmittedOnAnotherNode() {
        try (Chromium chromium = Chromium.start(cluster.url())) {
            Page page = chromium.desk();
            page.navigate("/signin/sign-in");
            page.locator("input[type=email]").fill(ADMINISTRATOR);
            page.locator("input[type=password]").fill(cluster.secret("FIXPUNKT_FIRST_PASSWORD"));
            page.locator("input[type=submit]").click();
            assertThat(page.locator("summary.me")).isVisible();
            page.navigate("/users/me");
            page.locator("[id='me:name']").fill("Åsa Efteråt");
            String node = "app-" + group(page);

            cluster.kill(node);
            page.locator("[id='me:save']").click();

            assertThat(page.locator("main .banner.green")).isVisible();
            assertThat(page.locator("[id='me:name']")).hasValue("Åsa Efteråt");
            assertNotEquals(node, "app-" + group(page));
            cluster.start(node);
        }
    }

    /** Which group the load balancer keeps the visitor at. */
    private static String group(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("__Host-group"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void aDeviceIsAnsweredOverTlsThroughTheBalancer() throws IOException, GeneralSecurityException {
        try (Socket device =
                TrustedAuthority.of(cluster.authority()).getSocketFactory().createSocket(cluster.address("lb"), SIPS)) {
            device.setSoTimeout((int) UNHURRIED.toMillis());
            SSLParameters named = ((SSLSocket) device).getSSLParameters();
            named.setEndpointIdentificationAlgorithm("HTTPS");
            ((SSLSocket) device).setSSLParameters(named);
            device.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    "OPTIONS sip:arc@lb SIP/2.0",
                                    "Via: SIP/2.0/TLS device.invalid;branch=z9hG4bKtls1;rport",
                                    "Max-Forwards: 70",
                                    "From: <sip:device@device.invalid>;tag=1",
                                    "To: <sip:arc@lb>",
                                    "Call-ID: over-tls",
                                    "CSeq: 1 OPTIONS",
                                    "Content-Length: 0",
                                    "",
                                    "")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new BufferedReader(
                            new InputStreamReader(device.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertEquals("SIP/2.0 200 OK", answer);
        }
    }

    @Test
    @Order(2)
    void theClustersOwnBackupAndDrillAreOnTheStatusPage() {
        new OwnBackup(cluster, administrator).isMadeAndProvenWithoutHands();
    }

    @Test
    @Order(3)
    void plantedSecretsAreNowhereInPlain() throws IOException {
        PlantedSecrets planted = PlantedSecrets.through(cluster, administrator, ownAddress());

        new OwnBackup(cluster, administrator).holdsNothingInPlain(planted);
    }

    /** A row of one copy changes behind replication's back, as after a fault of memory or of the software. */
    @Test
    @Order(4)
    void aCopyThatDiffersIsFoundAndReported() {
        behindTheBack("UPDATE fixpunkt.organisation SET name = CONCAT(name, ' som ingen annan har')");
        try {
            JsonObject differing = compared();
            assertEquals(
                    "organisation 1",
                    differing.getJsonArray("differences").getValuesAs(JsonObject.class).stream()
                            .map(one -> one.getString("table") + " " + one.getInt("rows"))
                            .collect(Collectors.joining(", ")));
            Waiting.until(
                    "an alarm about the copies",
                    Duration.ofMinutes(3),
                    () -> administrator.get("alarms?state=open").text().contains("organisation, 1 rader"));
        } finally {
            behindTheBack("UPDATE fixpunkt.organisation SET name = REPLACE(name, ' som ingen annan har', '')");
        }
        assertEquals(0, compared().getJsonArray("differences").size());
    }

    private static void behindTheBack(String sql) {
        cluster.run("sql", "db-b", "--execute", "SET SESSION wsrep_on = OFF; SET SESSION sql_log_bin = OFF; " + sql);
    }

    private static JsonObject compared() {
        String before = lastComparison();
        administrator.post("operations/comparisons", Map.of()).expect(202);
        Waiting.until("the comparison ends", Duration.ofMinutes(4), () -> !List.of("", before)
                .contains(lastComparison()));
        return administrator.get("operations/status").expect(200).json().getJsonObject("comparison");
    }

    private static String lastComparison() {
        JsonObject status = administrator.get("operations/status").expect(200).json();
        return status.containsKey("comparison") && !status.isNull("comparison")
                ? status.getJsonObject("comparison").getString("endedAt", "")
                : "";
    }

    @Test
    @Order(5)
    void nothingAcknowledgedIsLostOrDoubled() throws Exception {
        List<Fault> faults = faults();
        try (Load load = new Load()) {
            load.start("write-probe", writes);
            startDevices(load);
            startOperators(load);
            Thread.sleep(WARM.toMillis());
            for (Fault fault : faults) {
                go(fault);
            }
        }
        cluster.awaitSynced();
        everyGroupTakesAlarmsItself();
        // The application's own rows, such as when a node was last seen, go on changing: the nodes are compared at
        // rest.
        cluster.stop("app-a", "app-b");

        List<Truth> nodes = truths();
        tell(nodes.get(0));
        LOG.info(() -> "Fault suite\n" + report);
        Files.writeString(HOME.resolve("report.txt"), report.toString());
        assertTrue(
                signals.entries().stream()
                                .filter(SignalBook.Entry::isAcknowledged)
                                .count()
                        > faults.size() * 10L,
                "the load was no load: " + report);
        assertFalse(actions.with(Outcome.DONE).isEmpty(), "no operator got anything done");
        for (Truth node : nodes) {
            assertEquals(List.of(), node.faultsOf(signals));
            assertEquals(List.of(), node.faultsOf(actions));
            assertEquals(List.of(), node.differences(nodes.get(0)));
        }
        assertEquals(List.of(), actions.with(Outcome.SIGNED_OUT), "operators stay signed in");
    }

    private static List<Fault> faults() {
        Pattern only = Pattern.compile(System.getProperty("faults.only", ""));
        List<Fault> chosen = (ALL ? Fault.all() : Fault.few())
                .stream().filter(fault -> only.matcher(fault.name()).find()).toList();
        assertFalse(chosen.isEmpty(), () -> "no fault is called " + only);
        return Collections.nCopies(Integer.getInteger("faults.times", 1), chosen).stream()
                .flatMap(List::stream)
                .toList();
    }

    private void go(Fault fault) throws InterruptedException {
        LOG.info(() -> "Fault: " + fault.name());
        long began = System.nanoTime();
        run(fault.inflict());
        Thread.sleep(fault.lasts().toMillis());
        long ended = System.nanoTime();
        run(fault.mend());
        cluster.awaitSynced();
        long whole = System.nanoTime() - ended;
        Thread.sleep(REST.toMillis());
        report.fault(
                fault,
                signals.firstAcknowledgedAfter(began),
                actions.firstDoneAfter(began),
                writes.longestStall(began, ended),
                whole);
    }

    /** A device's other receiver hides a group that refuses everything. */
    private void everyGroupTakesAlarmsItself() {
        for (String node : List.of("app-a", "app-b")) {
            String panel = node.endsWith("a") ? "FCA" : "FCB";
            register("dc09", panel);
            Panel device = new Panel(
                    panel, List.of(new InetSocketAddress(cluster.address(node), DC09)), signals, PAUSE_MILLIS);
            assertTimeoutPreemptively(UNHURRIED, device::take, () -> node + " takes no alarm");
        }
    }

    private static void run(List<List<String>> calls) {
        for (List<String> call : calls) {
            cluster.run(call.get(0), call.subList(1, call.size()).toArray(String[]::new));
        }
    }

    /** Devices with two receiver addresses: half of them begin with the group that is to die. */
    private void startDevices(Load load) throws IOException {
        for (int i = 0; i < DEVICES; i++) {
            String panel = "FA" + i;
            register("dc09", panel);
            load.start("panel-" + i, new Panel(panel, receivers(DC09, i), signals, PAUSE_MILLIS));
            String balanced = "FB" + i;
            register("dc09", balanced);
            InetSocketAddress balancer = new InetSocketAddress(cluster.address("lb"), DC09);
            load.start("balanced-" + i, new Panel(balanced, List.of(balancer), signals, PAUSE_MILLIS));
            String phone = "7700" + i;
            register("scaip", phone);
            load.start(
                    "phone-" + i,
                    new SocialAlarm(
                            phone, receivers(SIP, i), InetAddress.getByName(ownAddress()), signals, PAUSE_MILLIS));
            String sensor = "WEB" + i;
            register("webhook", sensor, HttpAlarm.KEY);
            load.start("sensor-" + i, new HttpAlarm(sensor, webhooks(i), client, signals, PAUSE_MILLIS));
        }
    }

    /** A node, and the load balancer. */
    private static List<String> webhooks(int first) {
        List<String> both = new ArrayList<>(List.of("https://" + cluster.address("app-b") + ":8443", cluster.url()));
        Collections.rotate(both, first);
        return both;
    }

    private static List<InetSocketAddress> receivers(int port, int first) {
        List<InetSocketAddress> both = new ArrayList<>(List.of(
                new InetSocketAddress(cluster.address("app-a"), port),
                new InetSocketAddress(cluster.address("app-b"), port)));
        Collections.rotate(both, first);
        return both;
    }

    /** The host's own address on the cluster's bridge. */
    private static String ownAddress() {
        return cluster.address("lb").replaceFirst("\\.\\d+$", ".1");
    }

    private static void register(String protocol, String identity) {
        register(Map.of("protocol", protocol, "identity", identity, "name", identity, "alarmLimit", NO_FLOOD));
    }

    private static void register(String protocol, String identity, String key) {
        register(Map.of(
                "protocol", protocol, "identity", identity, "name", identity, "key", key, "alarmLimit", NO_FLOOD));
    }

    private static void register(Map<String, ?> device) {
        administrator.post("devices", device).expect(201);
    }

    private void startOperators(Load load) {
        IntStream.range(0, OPERATORS).forEach(i -> {
            String name = "Operatör " + i;
            String email = "operator" + i + "@example.com";
            String password = "en lång mening för prov " + i;
            administrator
                    .post(
                            "people",
                            Map.of(
                                    "email",
                                    email,
                                    "name",
                                    name,
                                    "password",
                                    password,
                                    "rights",
                                    List.of("HANDLE_ALARMS")))
                    .expect(201);
            Api api = administrator.signIn(email, password).within(PATIENCE);
            load.start(name, new WorkingOperator(name, api, actions));
        });
    }

    private static List<Truth> truths() throws SQLException {
        List<Truth> nodes = new ArrayList<>();
        for (String database : List.of("db-a", "db-b")) {
            try (Connection node = cluster.connect(database)) {
                nodes.add(Truth.of(node));
            }
        }
        return nodes;
    }

    private void tell(Truth node) {
        long acknowledged = signals.entries().stream()
                .filter(SignalBook.Entry::isAcknowledged)
                .count();
        report.say("messages sent " + signals.entries().size() + ", acknowledged " + acknowledged);
        report.say("actions done " + actions.with(Outcome.DONE).size()
                + ", refused " + actions.with(Outcome.REFUSED).size()
                + ", outcome unknown " + actions.with(Outcome.UNKNOWN).size() + ", of which " + node.happened(actions)
                + " had happened");
    }
}
