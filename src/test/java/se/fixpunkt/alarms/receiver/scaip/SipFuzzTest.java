package se.fixpunkt.alarms.receiver.scaip;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.receiver.Fuzzing;
import se.fixpunkt.alarms.receiver.Mutations;
import se.fixpunkt.alarms.receiver.sockets.Datagrams;
import se.fixpunkt.shared.OrganisationId;

class SipFuzzTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.10", 5060);

    private final Digest digest = new Digest(new Nonces(told -> new byte[32]));
    private final Datagrams nowhere = new Datagrams() {
        @Override
        public void send(InetSocketAddress to, Bytes datagram) {}

        @Override
        public InetSocketAddress local() {
            return PEER;
        }
    };

    @Provide
    Arbitrary<byte[]> broken() {
        String alarm = sample("## 1").strip().replace("\n", "\r\n");
        String authorised = alarm.replace(
                "Max-Forwards",
                "Authorization: " + DigestTest.authorization("MD5", "1-2-" + "0".repeat(32), "00000001", "x")
                        + "\r\nMax-Forwards");
        return Mutations.of(
                List.of(
                        alarm.getBytes(StandardCharsets.UTF_8),
                        authorised.getBytes(StandardCharsets.UTF_8),
                        alarm.replace("<sip:12345678", "\"A, \\\"B\" <sip:12345678")
                                .getBytes(StandardCharsets.UTF_8)),
                List.of(
                        "\r\n",
                        "\r\n\r\n",
                        "\n ",
                        ":",
                        ";",
                        ",",
                        "\"",
                        "\\",
                        "<",
                        ">",
                        "@",
                        "%",
                        "[::",
                        "sip:",
                        "SIP/2.0",
                        "Via: ",
                        "v:",
                        "l: 99999999999",
                        "l: -1\r\n",
                        "Digest ",
                        "<!DOCTYPE x [",
                        "<mrq>",
                        "&#0;"));
    }

    @Property(tries = 1)
    void nothingBrokenDoesHarmForAWhile() {
        Fuzzing.run("SIP", broken(), bytes -> {
            brokenStreamsAreCutWithoutHarm(bytes, 50);
            brokenMessagesAreAnsweredWithoutHarm(bytes);
        });
    }

    @Property(tries = 1500)
    void brokenStreamsAreCutWithoutHarm(@ForAll("broken") byte[] bytes, @ForAll @IntRange(min = 1, max = 300) int cut) {
        SipStream stream = new SipStream();
        List<Bytes> messages = new ArrayList<>();
        for (int from = 0; from < bytes.length && !stream.isBroken(); from += cut) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + cut));
            messages.addAll(stream.feed(part, part.length));
        }
        assertTrue(messages.stream().mapToInt(Bytes::length).sum() <= bytes.length);
    }

    @Property(tries = 1500)
    void brokenMessagesAreAnsweredWithoutHarm(@ForAll("broken") byte[] bytes) {
        if (!(SipReader.read(bytes).orElse(null) instanceof SipMessage.Request request)) {
            return;
        }
        Via via = request.fields().all("via").stream()
                .findFirst()
                .flatMap(Via::read)
                .orElse(null);
        SipPath path = new SipPath.Udp(nowhere, PEER, via == null ? PEER : via.target(PEER));
        MessageAnswer answer = new MessageAnswer(request, via, path);
        if (via != null) {
            assertNotNull(ServerTransactions.key(request, request.method(), via, path));
        }
        String said = Screening.refusal(request, Bytes.of(bytes))
                .map(refusal -> answer.response(refusal.status(), refusal.reason(), refusal.fields()))
                .orElseGet(answer::ok)
                .text(StandardCharsets.UTF_8);
        assertTrue(said.indexOf("\r\n\r\n") == said.length() - 4, said);
        Bytes message = answer.message(Mrs.taken("A1").bytes());
        assertTrue(SipReader.read(message.toArray()).isPresent());
        if (MrqReader.read(request.body()) instanceof MrqReader.Request body) {
            for (Optional<Bytes> key : List.of(Optional.<Bytes>empty(), Optional.of(Bytes.utf8("x")))) {
                Sender sender = new Sender(DeviceId.next(), OrganisationId.next(), key);
                assertNotNull(new MrqInterpreter(body.mrq(), answer, NOW, digest, "")
                        .interpret(Optional.of(sender))
                        .verdict());
            }
        }
    }

    private static String sample(String heading) {
        try (InputStream file = SipFuzzTest.class.getResourceAsStream("/alarm/scaip-sip-example.txt")) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int from = all.indexOf('\n', all.indexOf(heading)) + 1;
            return all.substring(from, all.indexOf("\n## ", from));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
