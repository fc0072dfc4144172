package se.fixpunkt.alarms.receiver.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.Position;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.shared.OrganisationId;

class MessageInterpreterTest {
    private static final Instant NOW = Instant.parse("2026-09-25T14:12:05Z");
    private static final String KEY = "hemlig-nyckel";

    @Test
    void anAlarmHasItsPlace() {
        Signal signal = signal(
                """
                {"kind":"alarm","code":"fall","position":{"latitude":59.3293,"longitude":18.0686,"accuracy":10}}""");

        assertEquals(
                Optional.of(new Position(new BigDecimal("59.3293"), new BigDecimal("18.0686"))), signal.position());
        assertEquals("fall · 59.3293, 18.0686 ±10 m", signal.text());
    }

    private static Signal signal(String message) {
        byte[] body = message.getBytes(StandardCharsets.UTF_8);
        String header = WebhookSignature.of(KEY, NOW.getEpochSecond(), body);
        Delivery delivery = new Delivery(
                "/api/v1/receivers/webhook/a",
                "a",
                "application/json",
                header,
                "",
                Bytes.of(body),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
        MessageInterpreter interpreter = new MessageInterpreter(
                delivery,
                Signature.read(header).orElseThrow(),
                DeviceIdentity.of(Protocol.WEBHOOK, "a"),
                Reading.of(delivery.body(), NOW),
                NOW);
        Sender sender = new Sender(DeviceId.next(), OrganisationId.next(), Optional.of(Bytes.utf8(KEY)));
        return assertInstanceOf(Accepted.class, interpreter.interpret(Optional.of(sender)))
                .signal();
    }
}
