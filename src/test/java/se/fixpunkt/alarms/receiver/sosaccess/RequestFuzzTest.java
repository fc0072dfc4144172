package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import se.fixpunkt.shared.OrganisationId;

class RequestFuzzTest {
    private static final Instant NOW = Instant.parse("2026-12-24T14:00:00.012Z");

    @Provide
    Arbitrary<byte[]> broken() {
        return Mutations.of(
                List.of(
                        bytes(Documents.alarm()),
                        bytes(Documents.ping("7")),
                        bytes(Documents.newPassword("8")),
                        bytes(Documents.alarm() + Documents.ping("9"))),
                List.of(
                        "<",
                        ">",
                        "</",
                        "&amp;",
                        "&x;",
                        "<!--",
                        "-->",
                        "<![CDATA[",
                        "]]>",
                        "<!DOCTYPE a [",
                        "<authentication>",
                        "</authentication>",
                        "<?xml ",
                        "\u0000"));
    }

    @Property(tries = 1)
    void nothingBrokenDoesHarmForAWhile() {
        Fuzzing.run("SOS Access", broken(), bytes -> {
            brokenRequestsAreCutReadAndAnsweredWithoutHarm(bytes, 50);
        });
    }

    @Property(tries = 1500)
    void brokenRequestsAreCutReadAndAnsweredWithoutHarm(
            @ForAll("broken") byte[] bytes, @ForAll @IntRange(min = 1, max = 200) int cut) {
        DocumentStream stream = new DocumentStream();
        for (int from = 0; from < bytes.length && stream.trouble().isEmpty(); from += cut) {
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + cut));
            stream.feed(part, part.length).forEach(RequestFuzzTest::answer);
        }
    }

    private static void answer(DocumentStream.Document document) {
        if (RequestReader.read(document.bytes(), document.kind()) instanceof RequestReader.Understood understood) {
            Sender sender =
                    new Sender(DeviceId.next(), OrganisationId.next(), Optional.of(Bytes.utf8(Documents.PASSWORD)));
            assertNotNull(new RequestInterpreter(understood.request(), NOW, false, "new-password-15")
                    .interpret(Optional.of(sender))
                    .verdict());
        }
        assertFalse(Masked.message(document.bytes())
                .text(StandardCharsets.ISO_8859_1)
                .contains("<authentication>" + Documents.PASSWORD));
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.ISO_8859_1);
    }
}
