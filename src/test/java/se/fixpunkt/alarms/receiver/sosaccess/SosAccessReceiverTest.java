package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fixpunkt.alarms.receiver.AReactor;
import se.fixpunkt.alarms.receiver.AnIntake;
import se.fixpunkt.harness.Waiting;

class SosAccessReceiverTest {
    private static final Pattern ENDED = Pattern.compile("</[a-z]+response>$");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-24T14:00:00Z"), ZoneOffset.UTC);

    private final AnIntake intake = new AnIntake().knows("1234567", Documents.PASSWORD);
    private final AReactor reactor = new AReactor(intake, CLOCK);

    @AfterEach
    void stop() throws InterruptedException {
        reactor.stop();
    }

    @Test
    void answersAnAlarmAndKeepsTheConnection() throws IOException {
        try (Socket device = connect()) {
            assertStatus(device, Documents.alarm(), 0);
            assertStatus(device, Documents.ping("2"), 0);
        }
        assertEquals(2, intake.signals().size());
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        try (Socket device = connect()) {
            StringBuilder all = new StringBuilder();
            for (int i = 1; i <= 200; i++) {
                all.append(Documents.alarm("AL", "BA", "<reference>" + i + "</reference>"));
            }
            send(device, all.toString());
            for (int i = 1; i <= 200; i++) {
                assertTrue(answer(device).contains("<reference>" + i + "</reference>"));
            }
        }
    }

    @Test
    void aRepeatIsAnsweredAlikeAndIsNoSecondSignal() throws IOException {
        try (Socket device = connect()) {
            send(device, Documents.alarm());
            String first = answer(device);
            send(device, Documents.alarm());
            assertEquals(first, answer(device));
        }
        assertEquals(1, intake.signals().size());
    }

    @Test
    void saysNothingBeforeTheCommit() throws IOException {
        CompletableFuture<Void> commit = new CompletableFuture<>();
        intake.commitsAfter(commit);
        try (Socket device = connect()) {
            device.setSoTimeout(300);
            send(device, Documents.alarm());
            assertThrows(
                    SocketTimeoutException.class, () -> device.getInputStream().read());
            commit.complete(null);
            device.setSoTimeout(60_000);
            assertTrue(answer(device).contains("<status>0</status>"));
        }
    }

    @Test
    void whatCannotBeStoredIsForTheOtherReceiver() throws IOException {
        intake.goesAway();
        try (Socket device = connect()) {
            assertStatus(device, Documents.alarm(), 5);
        }
    }

    @Test
    void aStrangerAndAWrongPasswordAreNotAuthorized() throws IOException {
        try (Socket device = connect()) {
            assertStatus(device, Documents.alarm().replace("1234567", "7654321"), 4);
            assertStatus(device, Documents.alarm().replace(Documents.PASSWORD, "guess"), 4);
        }
        assertEquals(0, intake.signals().size());
    }

    @Test
    void whoGuessesIsSentAway() throws IOException {
        try (Socket device = connect()) {
            for (int i = 0; i < 9; i++) {
                assertStatus(device, Documents.alarm().replace(Documents.PASSWORD, "guess" + i), 4);
            }
            assertEquals(-1, device.getInputStream().read());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100|<alarmrequest></alarmrequest>",
                "2|<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><alarmrequest>&b;</alarmrequest>",
                "2|<?xml version=\"1.0\"?><alarmrequest><a></alarmrequest>",
                "2|<?xml version=\"1.0\"?><html></html>",
                "7|<?xml version=\"1.0\"?><alarmrequest></alarmrequest>",
                "7|<?xml version=\"1.0\"?><alarmrequest/>",
                "7|<?xml version=\"1.0\"?><pingrequest a=\"b\"/>"
            })
    void hostileXmlIsAnsweredAndKept(int status, String document) throws IOException {
        try (Socket device = connect()) {
            assertStatus(device, document, status);
        }
        assertEquals("status-" + status, intake.notes().get(0).verdict());
        try (Socket device = connect()) {
            assertStatus(device, Documents.alarm(), 0);
        }
    }

    @Test
    void anAlarmWhoseTextLooksLikeItsEndIsTaken() throws IOException {
        String info = "<!-- </alarmrequest> --><additionalinfo><![CDATA[</alarmrequest>]]></additionalinfo>";
        try (Socket device = connect()) {
            assertStatus(device, Documents.alarm("AL", "BA", info), 0);
            assertStatus(device, Documents.ping("2"), 0);
        }
        assertEquals(2, intake.signals().size());
    }

    @Test
    void whatIsTooLongIsToldSoAndClosed() throws IOException {
        try (Socket device = connect()) {
            send(device, Documents.HEADER + "<alarmrequest><additionalinfo>" + "a".repeat(150_000));
            assertTrue(answer(device).contains("<status>1</status>"));
            assertEquals(-1, device.getInputStream().read());
        }
    }

    @Test
    void aWebRequestIsKeptAndSentAwayWithoutAnAnswer() throws IOException {
        try (Socket browser = connect()) {
            send(browser, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals(-1, browser.getInputStream().read());
        }
        assertEquals("garbage", intake.notes().get(0).verdict());
    }

    @Test
    void anAnswerIsNotAnswered() throws IOException {
        try (Socket receiver = connect()) {
            send(receiver, Documents.HEADER + "<alarmresponse><status>0</status></alarmresponse>");
            assertEquals(-1, receiver.getInputStream().read());
        }
        assertEquals("unexpected", intake.notes().get(0).verdict());
    }

    @Test
    void whoNeverEndsWhatHeBeganIsClosedAndKeptWithoutThePassword() throws IOException, InterruptedException {
        AReactor impatient = AReactor.impatient(intake, CLOCK);
        try (Socket slow = connect(impatient)) {
            send(slow, Documents.alarm().substring(0, 120));
            assertEquals(-1, slow.getInputStream().read());
        } finally {
            impatient.stop();
        }
        Waiting.until(
                "it is kept", Duration.ofSeconds(60), () -> !intake.notes().isEmpty());
        assertEquals("unfinished", intake.notes().get(0).verdict());
        String kept = intake.notes().get(0).raw().text(StandardCharsets.ISO_8859_1);
        assertTrue(kept.contains("<authentication>***************"), kept);
        assertFalse(kept.contains(Documents.PASSWORD));
    }

    @Test
    void aDeviceThatClosesItsHalfStillGetsItsAnswer() throws IOException {
        try (Socket device = connect()) {
            send(device, Documents.alarm());
            device.shutdownOutput();
            assertTrue(answer(device).contains("<status>0</status>"));
            assertEquals(-1, device.getInputStream().read());
        }
    }

    @Test
    void moreHeartbeatsThanAnyLevelAsksForAreTooMany() throws IOException {
        try (Socket device = connect()) {
            for (int i = 1; i <= 6; i++) {
                assertStatus(device, Documents.ping(String.valueOf(i)), 0);
            }
            assertStatus(device, Documents.ping("7"), 101);
            assertStatus(device, Documents.alarm(), 0);
        }
    }

    @Test
    void nobodyUsesUpAnothersHeartbeats() throws IOException {
        for (int i = 0; i < 7; i++) {
            try (Socket stranger = connect()) {
                assertStatus(stranger, Documents.ping("1").replace(Documents.PASSWORD, "guess"), 4);
            }
        }
        try (Socket device = connect()) {
            assertStatus(device, Documents.ping("1"), 0);
        }
    }

    private Socket connect() throws IOException {
        return connect(reactor);
    }

    private static Socket connect(AReactor reactor) throws IOException {
        Socket socket = new Socket();
        socket.connect(reactor.sosAccess(), 60_000);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void assertStatus(Socket device, String document, int status) throws IOException {
        send(device, document);
        String answer = answer(device);
        assertTrue(answer.contains("<status>" + status + "</status>"), answer);
    }

    private static void send(Socket device, String document) throws IOException {
        device.getOutputStream().write(document.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String answer(Socket device) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!ENDED.matcher(answer).find()) {
            int next = device.getInputStream().read();
            assertTrue(next >= 0, () -> "closed after " + answer);
            answer.append((char) next);
        }
        return answer.toString();
    }
}
