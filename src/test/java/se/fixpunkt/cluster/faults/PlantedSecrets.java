package se.fixpunkt.cluster.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.cluster.Cluster;
import se.fixpunkt.harness.Api;
import se.fixpunkt.harness.MailCatcher;

/** Values that must be readable nowhere, given to Fixpunkt as people and devices give them. */
final class PlantedSecrets {
    private static final int SOS_ACCESS = 5094;
    private static final int SMTP = 1025;
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{20,})");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> values = new ArrayList<>();

    private PlantedSecrets() {}

    static PlantedSecrets through(Cluster cluster, Api administrator, String hostAddress) throws IOException {
        PlantedSecrets planted = new PlantedSecrets();
        planted.deviceKeys(administrator);
        planted.passwordOfADevice(cluster, administrator);
        planted.passwordOfAPerson(administrator);
        try (MailCatcher mail = MailCatcher.start(hostAddress, SMTP, 0)) {
            planted.letter(administrator, mail);
        }
        return planted;
    }

    /** One a line, as {@code ops/secrets-check} reads them. */
    String lines() {
        return String.join("\n", values);
    }

    /** Not sealed: what a device is called is found by it. */
    String identityInPlain() {
        return "plain-" + mark;
    }

    private void deviceKeys(Api administrator) {
        String key = "nyckel" + mark + "xx";
        register(administrator, "dc09", "FA99", key);
        values.add(key);
        register(administrator, "webhook", identityInPlain(), "webhook-" + mark);
        values.add("webhook-" + mark);
    }

    private void passwordOfADevice(Cluster cluster, Api administrator) throws IOException {
        String password = "sos" + mark + "1234";
        String transmitter = "990" + Math.abs(mark.hashCode() % 1_000_000);
        register(administrator, "sosaccess", transmitter, password);
        values.add(password);
        String answer = alarm(cluster.address("app-a"), transmitter, password);
        assertTrue(answer.contains("<status>0</status>"), answer);
    }

    private static String alarm(String receiver, String transmitter, String password) throws IOException {
        try (Socket socket = new Socket(receiver, SOS_ACCESS)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(
                            ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<alarmrequest><reference>R1</reference><authentication>"
                                            + password
                                            + "</authentication><receiver>42</receiver><alarmtype>AL</alarmtype>"
                                            + "<transmittertype>SV300</transmittertype><transmittercode>" + transmitter
                                            + "</transmittercode><eventcode>FA</eventcode></alarmrequest>")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            StringBuilder answer = new StringBuilder();
            InputStream in = socket.getInputStream();
            while (!answer.toString().endsWith("</alarmresponse>")) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private void passwordOfAPerson(Api administrator) {
        String password = "en lång mening " + mark;
        administrator
                .post(
                        "people",
                        Map.of(
                                "email",
                                "planted-" + mark + "@example.com",
                                "name",
                                "Planterad",
                                "password",
                                password,
                                "rights",
                                List.of("HANDLE_ALARMS")))
                .expect(201);
        values.add(password);
    }

    /** A letter waits in the database, and what it says opens a door. */
    private void letter(Api administrator, MailCatcher mail) {
        String project = administrator
                .post("projects", Map.of("name", "Planterat", "twoFactorRequired", false))
                .expect(201)
                .json()
                .getString("id");
        String email = "invited-" + mark + "@example.com";
        Instant before = Instant.now();
        administrator
                .post("projects/" + project + "/invitations", Map.of("email", email, "role", "member"))
                .expect(201);
        Matcher token = TOKEN.matcher(mail.await(email, before).text());
        assertTrue(token.find(), "no token in the letter");
        values.add(token.group(1));
    }

    private static void register(Api administrator, String protocol, String identity, String key) {
        assertEquals(
                201,
                administrator
                        .post(
                                "devices",
                                Map.of("protocol", protocol, "identity", identity, "name", protocol, "key", key))
                        .status(),
                protocol);
    }
}
