package se.fixpunkt.alarms.receiver.dc09;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.fixpunkt.alarms.DeviceId;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Interpretation;
import se.fixpunkt.alarms.Interpretation.Accepted;
import se.fixpunkt.alarms.Interpretation.Refused;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.Sender;
import se.fixpunkt.alarms.domain.AlarmKind;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.alarms.domain.CodeList;
import se.fixpunkt.alarms.domain.EventCodes;
import se.fixpunkt.alarms.domain.EventMeaning;
import se.fixpunkt.alarms.domain.Position;
import se.fixpunkt.alarms.domain.Priority;
import se.fixpunkt.alarms.domain.Signal;
import se.fixpunkt.alarms.domain.SignalKind;
import se.fixpunkt.shared.OrganisationId;

class FrameInterpreterTest {
    private static final Instant NOW = Instant.parse("2026-09-25T14:12:05.500Z");
    private static final String KEY = "0123456789ABCDEF";

    static Stream<Vectors.Vector> encryptedVectors() {
        return Vectors.all().filter(Vectors.Vector::encrypted);
    }

    @ParameterizedTest
    @MethodSource("encryptedVectors")
    void decryptsEveryVector(Vectors.Vector vector) {
        Frame frame = FrameReader.read(vector.frame()).frame();

        List<String> texts = FrameCipher.meantBy(vector.key()).stream()
                .flatMap(key -> key.decrypt(frame.content()).stream())
                .toList();

        assertTrue(texts.contains(vector.plaintext()), () -> texts.toString());
    }

    @ParameterizedTest
    @MethodSource("encryptedVectors")
    void understandsEveryEncryptedVectorThatIsNoAnswer(Vectors.Vector vector) {
        Frame frame = FrameReader.read(vector.frame()).frame();
        if (!frame.isAnswer()) {
            assertInstanceOf(Accepted.class, interpret(vector.frame(), NOW, vector.key()));
        }
    }

    @Test
    void personalAlarmInSia() {
        Signal signal = accepted("own-aes128-sia", KEY).signal();

        assertEquals(SignalKind.ALARM, signal.kind());
        assertEquals(AlarmKind.PERSONAL, signal.about());
        assertEquals("QA", signal.code());
        assertEquals("N\u00f6dlarm · QA0001 ri1", signal.text());
        assertEquals(Optional.of(Instant.parse("2026-09-25T14:12:04Z")), signal.raisedAt());
    }

    @Test
    void personalAlarmInContactId() {
        Signal signal = accepted("own-aes128-cid", KEY).signal();

        assertEquals(AlarmKind.PERSONAL, signal.about());
        assertEquals("101", signal.code());
        assertEquals("Trygghetslarm · E101 P00 Z001", signal.text());
    }

    @Test
    void fireInTheStandardsExamples() {
        assertEquals(AlarmKind.FIRE, accepted("std-sia-dcs", null).signal().about());
        assertEquals(AlarmKind.FIRE, accepted("std-adm-cid", null).signal().about());
    }

    @Test
    void aRestoralIsNoAlarm() {
        Interpretation later = interpret(Vectors.named("own-sia-restore").frame(), NOW.plusSeconds(60), null);

        assertEquals(
                SignalKind.RESTORAL,
                assertInstanceOf(Accepted.class, later).signal().kind());
    }

    @Test
    void aLinkTestIsAHeartbeat() {
        assertEquals(SignalKind.HEARTBEAT, accepted("own-null", null).signal().kind());
        assertEquals(
                SignalKind.HEARTBEAT,
                accepted("own-aes128-null-pipe", KEY).signal().kind());
    }

    @Test
    void understandsAFrameWithoutTheInnerAccount() {
        assertEquals("QA", accepted("own-aes128-noacct", KEY).signal().code());
    }

    @Test
    void understandsAFrameWithAnotherInnerAccount() {
        assertEquals(
                "QA",
                accepted("\"SIA-DCS\"0001L0#1234[#9999|Nri1/QA0001]").signal().code());
    }

    @Test
    void keepsExtendedDataInTheDecodedText() {
        String decoded = accepted("own-aes128-xdata", KEY).signal().decoded();

        assertTrue(decoded.contains("x-data: X012E34.5678"));
        assertTrue(decoded.contains("x-data: Y59N19.8765"));
    }

    @Test
    void explainsExtendedDataAndTellsThePosition() {
        Signal signal = accepted("own-aes128-xdata", KEY).signal();

        assertEquals(
                Optional.of(new Position(new BigDecimal("59.331275"), new BigDecimal("12.576130"))), signal.position());
        assertTrue(signal.decoded().contains("\nlongitude: 012E34.5678\n"), signal.decoded());
        assertTrue(signal.decoded().contains("\nposition: 59.331275, 12.576130"), signal.decoded());
        assertTrue(signal.text().endsWith("59.331275, 12.576130"), signal.text());
    }

    @Test
    void explainsEveryKindOfExtendedData() {
        String decoded = accepted(
                        "\"SIA-DCS\"0001L0#1234[#1234|Nri1/QA0001][H14:10:00,09-25-2026][Vhttps://x.invalid/1]"
                                + "[S\u00c5sen][O2][R17][Z44.5][M001122334455][Q?]")
                .signal()
                .decoded();

        for (String line : List.of(
                "time of occurrence: 14:10:00,09-25-2026",
                "verification: https://x.invalid/1",
                "site: \u00c5sen",
                "building: 2",
                "room: 17",
                "altitude: 44.5",
                "network hardware address: 001122334455",
                "x-data: Q?")) {
            assertTrue((decoded + "\n").contains("\n" + line + "\n"), decoded);
        }
    }

    @Test
    void aTimeOfOccurrenceThatHasNotComeIsNotBelieved() {
        assertEquals(
                Optional.of(Instant.parse("2026-09-25T14:10:00Z")),
                accepted("\"SIA-DCS\"0001L0#1234[#1234|Nri1/QA0001][H14:10:00,09-25-2026]")
                        .signal()
                        .raisedAt());
        assertEquals(
                Optional.empty(),
                accepted("\"SIA-DCS\"0001L0#1234[#1234|Nri1/QA0001][H14:10:00,09-25-2036]")
                        .signal()
                        .raisedAt());
    }

    @Test
    void aPlainFrameOfADeviceWithAKeyIsRefused() {
        for (String vector : List.of("own-sia", "own-null", "own-cid-medical")) {
            Refused refused = assertInstanceOf(
                    Refused.class, interpret(Vectors.named(vector).frame(), NOW, KEY));
            assertEquals("not-encrypted", refused.verdict());
            assertEquals("DUH", answer(refused).id());
        }
    }

    @Test
    void anOrganisationDecidesWhatACodeMeans() {
        EventCodes codes = (list, code) -> list == CodeList.SIA && code.equals("CL")
                ? Optional.of(new EventMeaning(SignalKind.ALARM, AlarmKind.WANDERING, Priority.LIFE))
                : EventCodes.USUAL.listed(list, code);
        Sender sender = new Sender(DeviceId.next(), OrganisationId.next(), Optional.empty(), Optional.empty(), codes);
        byte[] frame =
                FrameWriter.frame("\"SIA-DCS\"0001L0#1234[#1234|Nri1/CL01]").toArray();

        Signal signal = assertInstanceOf(Accepted.class, interpreter(frame, NOW).interpret(Optional.of(sender)))
                .signal();

        assertEquals(SignalKind.ALARM, signal.kind());
        assertEquals(AlarmKind.WANDERING, signal.about());
        assertEquals(Priority.LIFE, signal.priority());
    }

    @Test
    void readsWordsInWindowsLatin() {
        Signal signal = accepted("\"SIA-DCS\"0001L0#1234[#1234|Nri1/FA0001^K\u00f6k^][I\u00d6stra ing\u00e5ngen]")
                .signal();

        assertEquals("K\u00f6k · \u00d6stra ing\u00e5ngen · FA0001 ri1", signal.text());
    }

    /** Checksum and length are of the bytes: as sent, not as read. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "B2C20046\"ADM-CID\"0008L0#777[#777|1401 02 501][SУлица]_09:15:28,07-03-2025; Улица",
                "52060082\"SIA-DCS\"0000RC0FFDL1234#080027E62A64[#080027E62A64|NHB0003]"
                        + "[ITEST àäâèéêïîöôüÀÄÂÈÉÊÎÖÛÜ]_09:00:13,06-23-2015; àäâèéêïîöôüÀÄÂÈÉÊÎÖÛÜ",
            })
    void readsWordsInUtf8(String frame, String words) {
        Frame read = FrameReader.read(("\n" + frame + "\r").getBytes(StandardCharsets.UTF_8))
                .frame();
        Instant then = Content.plain(read.content()).sentAt().orElseThrow();

        Signal signal = assertInstanceOf(
                        Accepted.class,
                        new FrameInterpreter(read, DeviceIdentity.of(Protocol.DC09, read.account()), then)
                                .interpret(sender(null)))
                .signal();

        assertTrue(signal.text().contains(words), signal.text());
        assertTrue(signal.decoded().contains(words), signal.decoded());
    }

    @Test
    void readsWordsInUtf8BesideWordsInWindowsLatin() {
        String place = new String("Kök".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals(
                "Kök · Östra ingången · FA1",
                accepted("\"SIA-DCS\"0001L0#1234[#1234|NFA1^" + place + "^][I\u00d6stra ing\u00e5ngen]")
                        .signal()
                        .text());
    }

    @Test
    void tellsSiteBuildingRoomAndLocationInWords() {
        assertEquals(
                "Inbrottslarm \u00b7 \u00c5sen \u00b7 Hus 2 \u00b7 Rum 17 \u00b7 Vid trappan \u00b7 BA1",
                accepted("\"SIA-DCS\"0001L0#1234[#1234|NBA1][LVid trappan][RRum 17][OHus 2][S\u00c5sen]")
                        .signal()
                        .text());
    }

    @Test
    void aLinkTestMayCarryData() {
        assertEquals(
                SignalKind.HEARTBEAT,
                accepted("\"NULL\"0000L0#1234[#1234|x]").signal().kind());
    }

    @Test
    void acknowledgesAPlainFrameToTheLetter() {
        assertEquals(
                Vectors.named("own-ack-RL").frame().length,
                accepted("own-cid-medical", null).receipt().length());
        assertEquals(
                Bytes.of(Vectors.named("own-ack-RL").frame()),
                accepted("own-cid-medical", null).receipt());
        assertEquals(
                Bytes.of(Vectors.named("own-ack").frame()),
                accepted("own-sia", null).receipt());
    }

    @Test
    void acknowledgesAnEncryptedFrameEncryptedWithTheTime() {
        Bytes sent = accepted("own-aes128-cid", KEY).receipt();

        Frame answer = FrameReader.read(sent.toArray()).frame();
        assertEquals("ACK", answer.id());
        assertTrue(answer.encrypted());
        assertEquals("0422", answer.sequence());
        assertEquals("1", answer.receiver());
        assertEquals("2", answer.line());
        assertEquals("1234", answer.account());
        String plain = FrameCipher.meantBy(KEY).get(0).decrypt(answer.content()).orElseThrow();
        assertTrue(plain.matches("[^]\\[|]{1,16}]_14:12:05,09-25-2026"), plain);
    }

    @Test
    void aRepeatOfAPlainFrameGetsTheStoredAnswer() {
        Accepted repeat = accepted("own-sia", null);
        Bytes stored = Bytes.latin1("as stored");

        assertEquals(List.of(stored), repeat.envelope().wrap(stored));
    }

    @Test
    void tellsTheTimeToAClockThatIsWrong() {
        for (int seconds : new int[] {-20, 41}) {
            Instant now = Instant.parse("2026-09-25T14:12:04Z").plusSeconds(seconds == -20 ? -21 : seconds);
            Refused refused = assertInstanceOf(
                    Refused.class, interpret(Vectors.named("own-aes128-sia").frame(), now, KEY));
            assertEquals("wrong-time", refused.verdict());
            assertEquals("NAK", answer(refused).id());
        }
        Refused nak = assertInstanceOf(
                Refused.class, interpret(Vectors.named("own-sia").frame(), NOW.minusSeconds(60), null));
        assertEquals(
                "\"NAK\"0000R0L0A0[]_14:11:05,09-25-2026",
                nak.answers()
                        .get(0)
                        .text(StandardCharsets.ISO_8859_1)
                        .substring(9)
                        .strip());
    }

    @Test
    void writesANakToTheLetter() {
        assertEquals(Bytes.of(Vectors.named("own-nak").frame()), FrameWriter.wrongTime(NOW));
    }

    @Test
    void believesTwentySecondsAheadAndFortyBehind() {
        for (int seconds : new int[] {-20, 40}) {
            Instant now = Instant.parse("2026-09-25T14:12:04.999Z").plusSeconds(seconds);
            assertInstanceOf(
                    Accepted.class, interpret(Vectors.named("own-aes128-sia").frame(), now, KEY));
        }
    }

    @Test
    void saysDuhToAnUnknownDevice() {
        FrameInterpreter interpreter = interpreter(Vectors.named("own-sia").frame(), NOW);
        Refused refused = assertInstanceOf(Refused.class, interpreter.interpret(Optional.empty()));

        assertEquals("unknown-device", refused.verdict());
        assertEquals("DUH", answer(refused).id());
    }

    @Test
    void saysDuhToTheWrongKey() {
        Refused refused = assertInstanceOf(
                Refused.class, interpret(Vectors.named("own-aes128-sia").frame(), NOW, "FEDCBA9876543210"));

        assertEquals("wrong-key", refused.verdict());
        assertEquals("DUH", answer(refused).id());
    }

    @Test
    void saysDuhToDataItCannotRead() {
        Refused refused =
                assertInstanceOf(Refused.class, interpret(frame("\"ADM-CID\"0425L0#1234[#1234|nonsense]"), NOW, null));

        assertEquals(
                Bytes.of(Vectors.named("own-duh").frame()), refused.answers().get(0));
    }

    @Test
    void takesAKeyInHexadecimal() {
        String hex = HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.US_ASCII));

        assertInstanceOf(
                Accepted.class, interpret(Vectors.named("own-aes128-sia").frame(), NOW, hex));
    }

    @Test
    void aRetransmissionHasTheSameKeyThoughItsTimeWasMadeAnew() {
        String first = key("\"SIA-DCS\"0421L0#1234[#1234|Nri1/QA0001]_14:12:04,09-25-2026");
        String again = key("\"SIA-DCS\"0421L0#1234[#1234|Nri1/QA0001]_14:12:05,09-25-2026");

        assertEquals(first, again);
    }

    @Test
    void withoutACountTheTimeTellsTwoAlarmsApart() {
        String first = key("\"SIA-DCS\"0000L0#1234[#1234|Nri1/QA0001]_14:12:04,09-25-2026");
        String other = key("\"SIA-DCS\"0000L0#1234[#1234|Nri1/QA0001]_14:12:05,09-25-2026");

        assertNotEquals(first, other);
    }

    /** As Ajax pads: with any bytes but brackets and bars. */
    @Test
    void thePaddingMayBeAnyBytes() {
        for (String padded : List.of(
                "\u0001\u0005\r\n\u001d|#1234|Nri1/FA01]_14:12:04,09-25-2026",
                ".R\u001d'5\"\u008f\n\u0003|Nri1/FA01]_14:12:04,09-25-2026",
                "|#1234|Nri1/FA01]_14:12:04,09-25-2026",
                "0]0|00|#1234|Nri1/FA01]_14:12:04,09-25-2026",
                "x|#1234|Nri1/FA01]_14:12:04,09-25-2026\0\0\0",
                "x|#1234|Nri1/FA01]_14:12:04,09-25-2026\u0003\u0003\u0003")) {
            assertEquals("FA", encrypted("*SIA-DCS", padded).signal().code());
        }
        for (String padded : List.of("\u0003\u0004]_14:12:04,09-25-2026", "\u0000|]_14:12:04,09-25-2026")) {
            assertEquals(
                    SignalKind.HEARTBEAT, encrypted("*NULL", padded).signal().kind());
        }
    }

    @Test
    void manyBlocksNeedNoMoreStackThanFew() {
        for (String end : List.of("", "_14:12:04,09-25-2026")) {
            Content content =
                    Content.decrypted("x|NBA01]" + "[Ix]".repeat(20_000) + end).orElseThrow();
            assertEquals(20_000, content.extended().size());
        }
    }

    @Test
    void anotherKeyNeverLooksRight() {
        Frame frame = FrameReader.read(Vectors.named("own-aes128-sia").frame()).frame();
        for (int i = 0; i < 20_000; i++) {
            Optional<Content> content = FrameCipher.meantBy(String.format("%016d", i))
                    .get(0)
                    .decrypt(frame.content())
                    .flatMap(Content::decrypted);
            assertEquals(Optional.empty(), content);
        }
    }

    /** PROSEC and OPAX leave out the sign of the inner account, which must not become part of the event. */
    @Test
    void understandsAnInnerAccountWithoutItsSign() {
        assertEquals("RP", code("\"SIA-DCS\"0442L000#36214[36214|NRP]"));
        assertEquals("OP", code("\"SIA-DCS\"0005L000#3044[3044|NOP1]"));
        assertEquals("FA", code("\"SIA-DCS\"0002R1L232#78919[1234|NFA129][S123Main St., 55123]"));
        assertEquals("FA", code("\"SIA-DCS\"0002L0#ABC[ABC|Nri1FA1]"));
        assertEquals("110", code("\"ADM-CID\"0379R0L0#10064[10064|1110 00 129]"));
        assertEquals("BA", code("\"SIA-DCS\"0001L0#1234[BA01|AHALL]"));
        assertEquals("130", code("\"ADM-CID\"0001L0#1234[1234|E130 01 003]"));
        assertEquals("BA01 + EA01", place("\"SIA-DCS\"0001L0#1234[BA01|EA01]"));
    }

    @Test
    void aSecondBlockOfDataIsAnEventToo() {
        Signal signal = accepted("\"SIA-DCS\"0008L0#1465[#1465|NOP002][#1465|NFA021*'hall'NM][I\u00d6ster]")
                .signal();

        assertEquals("FA", signal.code());
        assertEquals("hall \u00b7 \u00d6ster \u00b7 FA021", signal.text());
    }

    @Test
    void ofTwoBlocksOfContactIdTheMoreUrgentCounts() {
        assertEquals("101", code("\"ADM-CID\"0001L0#1234[#1234|1602 00 000][#1234|1101 00 005]"));
    }

    @Test
    void aContactIdEventIsUnderstoodUnderAnotherName() {
        assertEquals("130", code("\"SIA-DCS\"0001L0#1234[#1234|1130 01 003]"));
        assertEquals("110", code("\"HENG-BO\"0001L0#1234[#1234|1110 00 003]"));
    }

    @Test
    void underAnotherNameNothingElseIsUnderstood() {
        for (String data : List.of("Nri1/BA01", "5555 5155 5", "1110", "AHALL")) {
            assertEquals(
                    "not-understood",
                    interpret(frame("\"HENG-BO\"0001L0#1234[#1234|" + data + "]"), NOW, null)
                            .verdict());
        }
    }

    /** Some hubs send nothing more after a DUH. */
    @Test
    void aFrameOfWordsAloneIsStored() {
        Signal signal =
                accepted("\"SIA-DCS\"0001L0#1234[#1234|AFIRE    +        HALL]").signal();

        assertEquals(SignalKind.INFORMATION, signal.kind());
        assertEquals("FIRE    +        HALL", signal.text());
    }

    @Test
    void aTimeThatCannotBeReadRefusesNothingInClear() {
        for (String time : List.of("_", "_14:12:04,09-25-201", "_14:12:04,25-09-2026", "_14:12:04,00-25-2026")) {
            Signal signal =
                    accepted("\"SIA-DCS\"0001L0#1234[#1234|NBA01]" + time).signal();
            assertEquals(Optional.empty(), signal.raisedAt());
        }
    }

    @Test
    void anEncryptedFrameMustTellATimeThatCanBeRead() {
        for (String padded : List.of("x|#1234|NBA01]", "x|#1234|NBA01]_14:12:04,25-09-2026")) {
            Interpretation found = interpret(encryptedFrame("*SIA-DCS", padded), NOW, KEY);
            assertEquals("wrong-time", found.verdict());
            assertEquals("NAK", answer((Refused) found).id());
        }
    }

    @Test
    void aTimeOfOccurrenceWithoutItsDayIsOfTheTimestampsDay() {
        for (String block : List.of("[H14:10:00,09-25-2026]", "[H14:10:00]")) {
            assertEquals(
                    Optional.of(Instant.parse("2026-09-25T14:10:00Z")),
                    accepted("\"SIA-DCS\"0001L0#1234[|Nri01/BA4^^][I]" + block + "_14:12:04,09-25-2026")
                            .signal()
                            .raisedAt());
        }
        assertEquals(
                Optional.empty(),
                accepted("\"SIA-DCS\"0001L0#1234[|NBA4][H14:10:00]").signal().raisedAt());
    }

    /** Frames as panels sent them, with their own checksums. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Ajax; 85420026\"NULL\"0000L0#000[]_21:58:31,08-08-2019; HEARTBEAT NULL",
                "Ajax; 28300037\"SIA-DCS\"3052L0#AAA[#AAA|Nri2/JC12]_13:16:33,09-15-2021; RESTORAL JC",
                "Dahua; BC160045\"SIA-DCS\"0178L0#5555[#5555|Npi1/NL1][RLivingRoom]_16:39:25,08-25-2026; INFORMATION"
                        + " NL",
                "Eaton; 1908002B\"SIA-DCS\"0000L0#3080[#3080|Nti19:44/id1/RP]; TEST RP",
                "Focus; 7A28002F\"ADM-CID\"6616R0L0#foc7688[#foc7688|1351 01 000]; ALARM 351",
                "Hikvision; 99820040\"ADM-CID\"1937R15L1#21401[#21401|1602 00 000]_20:59:59,02-20-2024; TEST 602",
                "Inim; 01CD005F\"SIA-DCS\"1783L0#000110[#000110|Nri1BA503^Volum.Taverna   Appartam.Giorno ^]"
                        + "_11:49:27,01-20-2022; ALARM BA",
                "Jablotron; 953a004c\"SIA-DCS\"0001L0#7878[#7878|Nri01^TOTAL^/LX901^centrale d'alarme JA-106K(R)^];"
                        + " INFORMATION LX",
                "Heng-Bo; 02130047\"HENG-BO\"0000R1234L6789#000000[#000000|3400 00 000]_17:15:29,12-09-2015;"
                        + " INFORMATION 400",
                "Lupus; 9B3C004d\"SIA-DCS\"0047L0#100200[#100200|Nti10:01:00/da08-18-24/RP]_10:01:00,08-18-2024; TEST"
                        + " RP",
                "Meian; CEF0003F\"SIA-DCS\"0001L#7303658550[#7303658550|NBA4]_11:52:09,05-07-2019; ALARM BA",
                "Prosec; B4330036\"SIA-DCS\"0442L000#36214[36214|NRP]_00:00:00,02-21-2024; TEST RP",
                "Pyronix; EA740027\"NULL\"0000L0#1409[]_20:38:07,08-27-2026; HEARTBEAT NULL",
                "Satel; D8910037\"SIA-DCS\"0097L0#ABCD[#0000|Npi0/AT]_11:26:04,03-01-2026; ALARM AT",
                "Satel; 80DA0040\"SIA-DCS\"0002L0#AA1234[#AA1234|Nri2/id15/OP]_10:03:32,06-14-2023; INFORMATION OP",
                "Teknim; 56b8003c\"ADM-CID\"1569L1#6827[#6827|18160201000D]_00:00:00,02-21-2024; TEST 602",
            })
    void understandsWhatPanelsSend(String panel, String frame, String meaning) {
        Frame read = FrameReader.read(("\n" + frame + "\r").getBytes(StandardCharsets.ISO_8859_1))
                .frame();
        Instant then = Content.plain(read.content()).sentAt().orElse(NOW);
        Signal signal = assertInstanceOf(
                        Accepted.class,
                        new FrameInterpreter(read, DeviceIdentity.of(Protocol.DC09, read.account()), then)
                                .interpret(sender(null)),
                        panel)
                .signal();

        assertEquals(meaning, signal.kind() + " " + signal.code(), panel);
    }

    @Test
    void readsATimeThatIsWrittenCarelessly() {
        for (String time : List.of("_14:12:4,9-25-2026", "_14:12:04, 09-25-2026", "_14:12:04,09-25-26")) {
            assertEquals(
                    Optional.of(Instant.parse("2026-09-25T14:12:04Z")),
                    accepted("\"SIA-DCS\"0001L0#1234[#1234|NBA01]" + time)
                            .signal()
                            .raisedAt());
        }
    }

    @Test
    void readsAPositionThatIsWrittenCarelessly() {
        Position here = new Position(new BigDecimal("59.331275"), new BigDecimal("18.068717"));
        for (String blocks : List.of(
                "[X018E04.123][Y059N19.8765]",
                "[X059N19.8765][Y018E04.123]",
                "[X18E04.123'][Y59N19.8765']",
                "[X18,068717][Y59,331275]")) {
            assertEquals(
                    Optional.of(here),
                    accepted("\"SIA-DCS\"0001L0#1234[#1234|NBA01]" + blocks)
                            .signal()
                            .position());
        }
    }

    @Property
    void anythingBetweenTheBracketsIsAnswered(@ForAll String content) {
        for (String id : List.of("SIA-DCS", "ADM-CID", "NULL", "XYZ", "*SIA-DCS", "*NULL")) {
            Frame frame = new Frame(id.replace("*", ""), id.startsWith("*"), "0001", null, "0", "1234", content);
            new FrameInterpreter(frame, DeviceIdentity.of(Protocol.DC09, "1234"), NOW).interpret(sender(KEY));
        }
    }

    private static String key(String body) {
        return accepted(body).signal().repeat().value();
    }

    private static Accepted accepted(String vectorOrBody, String key) {
        return assertInstanceOf(
                Accepted.class, interpret(Vectors.named(vectorOrBody).frame(), NOW, key));
    }

    private static String code(String body) {
        return accepted(body).signal().code();
    }

    private static String place(String body) {
        return accepted(body).signal().text().replaceAll(".* · ", "");
    }

    private static byte[] encryptedFrame(String id, String padded) {
        return frame(
                "\"" + id + "\"0001L0#1234[" + FrameCipher.meantBy(KEY).get(0).encrypt(padded));
    }

    private static Accepted encrypted(String id, String padded) {
        return assertInstanceOf(Accepted.class, interpret(encryptedFrame(id, padded), NOW, KEY));
    }

    private static Accepted accepted(String body) {
        return assertInstanceOf(Accepted.class, interpret(frame(body), NOW, null));
    }

    private static byte[] frame(String body) {
        return FrameWriter.frame(body).toArray();
    }

    private static Frame answer(Refused refused) {
        return FrameReader.read(refused.answers().get(0).toArray()).frame();
    }

    private static Interpretation interpret(byte[] frame, Instant now, String key) {
        return interpreter(frame, now).interpret(sender(key));
    }

    private static FrameInterpreter interpreter(byte[] bytes, Instant now) {
        Frame frame = FrameReader.read(bytes).frame();
        return new FrameInterpreter(frame, DeviceIdentity.of(Protocol.DC09, frame.account()), now);
    }

    private static Optional<Sender> sender(String key) {
        return Optional.of(new Sender(
                DeviceId.next(), OrganisationId.next(), Optional.ofNullable(key).map(Bytes::utf8)));
    }
}
