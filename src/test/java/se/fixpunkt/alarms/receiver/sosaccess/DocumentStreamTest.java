package se.fixpunkt.alarms.receiver.sosaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fixpunkt.alarms.receiver.sosaccess.DocumentStream.Document;
import se.fixpunkt.alarms.receiver.sosaccess.DocumentStream.Trouble;

class DocumentStreamTest {
    private final DocumentStream stream = new DocumentStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pingrequest/>",
                "<pingrequest />",
                "<pingrequest\r\n/>",
                "<pingrequest a=\"b\"/>",
                "<pingrequest a='/>' b=\"'>\" />"
            })
    void aRootWithNothingInItIsADocument(String root) {
        byte[] document = (Documents.HEADER + root).getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(1, new DocumentStream().feed(document, document.length).size());
    }

    @Test
    void cutsADocumentWhereItsRootEnds() {
        List<Document> documents = feed(Documents.alarm() + "\r\n");

        assertEquals(List.of(new Document(Kind.ALARM, Documents.bytes(Documents.alarm()))), documents);
        assertFalse(stream.waiting());
    }

    @Property
    void cutsTheSameDocumentsHoweverTheyArrive(@ForAll @IntRange(min = 1, max = 400) int pace) {
        String all = Documents.alarm() + Documents.ping("2") + "\u0000\r\n" + Documents.newPassword("3");
        DocumentStream paced = new DocumentStream();
        List<Kind> kinds = new ArrayList<>();
        for (int at = 0; at < all.length(); at += pace) {
            byte[] part = Documents.bytes(all.substring(at, Math.min(at + pace, all.length())))
                    .toArray();
            paced.feed(part, part.length).forEach(document -> kinds.add(document.kind()));
        }
        assertEquals(List.of(Kind.ALARM, Kind.PING, Kind.NEW_PASSWORD), kinds);
    }

    @Property
    void whateverComesNeverFailsAndIsNeverKeptForEver(@ForAll String anything) {
        DocumentStream strange = new DocumentStream();
        byte[] bytes = ("<" + anything).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20 && strange.trouble().isEmpty(); i++) {
            strange.feed(bytes, bytes.length);
        }
        assertTrue(strange.rest().length() <= DocumentStream.LONGEST + bytes.length);
    }

    @Test
    void skipsRemarksAndTheMarkOfUtf8() {
        assertEquals(
                1,
                feed("\u00ef\u00bb\u00bf<?xml version=\"1.0\"?><!-- a > b --><pingrequest></pingrequest >")
                        .size());
    }

    @Test
    void anEmptyRootIsADocumentToo() {
        assertEquals(1, feed(Documents.HEADER + "<pingrequest/>").size());
    }

    /** XML 1.0, 2.5 to 2.7: what stands there is no markup. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<additionalinfo><![CDATA[</alarmrequest>]]></additionalinfo>",
                "<additionalinfo><![CDATA[<!-- ]] > ]]]></additionalinfo>",
                "<!-- </alarmrequest> -->",
                "<!--></alarmrequest>-->",
                "<!-- <![CDATA[ -->",
                "<?a </alarmrequest> ?>",
                "<?></alarmrequest>?>",
                "<</<!<!-<![CDAT</alarmreques"
            })
    void theEndOfTheRootIsNotFoundInsideOfRemarksAndText(String inside) {
        String document = "<alarmrequest a=\"/\">" + inside + "</alarmrequest >";

        assertEquals(List.of(new Document(Kind.ALARM, Documents.bytes(document))), feed(document));
        for (byte one : Documents.bytes(document).toArray()) {
            List<Document> documents = stream.feed(new byte[] {one}, 1);
            assertEquals(one == '>' && !stream.waiting(), !documents.isEmpty());
        }
        assertFalse(stream.waiting());
    }

    /** So that its sender hears that it is no XML, and need not wait. */
    @ParameterizedTest
    @ValueSource(strings = {"<alarmrequest a=\"b></alarmrequest>", "<alarmrequest<a></alarmrequest>"})
    void aRootWhoseTagIsBrokenEndsAllTheSame(String document) {
        assertEquals(1, feed(document).size());
    }

    /** Milliseconds each; were all bytes looked at again with each that comes, it would be many seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"<!--", "<![CDATA[", "</alarmrequest", "</alarmrequest ", "<?", " ", "-->", "\"", "<"})
    void eachByteIsLookedAtOnceHoweverFewComeAtATime(String repeated) {
        for (String start :
                List.of("<alarmrequest", "<alarmrequest>", "<alarmrequest><!--", "<alarmrequest></alarmrequest")) {
            byte[] hostile = Documents.bytes(start + repeated.repeat(DocumentStream.LONGEST / repeated.length()))
                    .toArray();
            DocumentStream slow = new DocumentStream();
            assertTimeout(Duration.ofSeconds(2), () -> {
                for (byte one : hostile) {
                    slow.feed(new byte[] {one}, 1);
                }
            });
        }
    }

    @Test
    void aLongerNameDoesNotEndTheRoot() {
        feed("<alarmrequest></alarmrequests>");

        assertTrue(stream.waiting());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "\u0016\u0003\u0001\u0002",
                "\"SIA-DCS\"",
                "</",
                "<\u0000a",
                "\u00ff\u00fe<"
            })
    void whatDoesNotEvenBeginLikeXmlIsGarbage(String text) {
        feed(text);

        assertEquals(Optional.of(Trouble.GARBAGE), stream.trouble());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE alarmrequest [<!ENTITY a \"b\">]><alarmrequest>",
                "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://127.0.0.1/\"><x/>",
                "<html>",
                "<?xml version=\"1.0\"?> text <alarmrequest>"
            })
    void otherXmlIsForeign(String text) {
        feed(text);

        assertEquals(Optional.of(Trouble.FOREIGN), stream.trouble());
    }

    @Test
    void anAnswerIsNotAnswered() {
        feed(Documents.HEADER + "<alarmresponse><status>0</status></alarmresponse>");

        assertEquals(Optional.of(Trouble.ANSWER), stream.trouble());
    }

    @Test
    void aDeclarationWithoutEndIsNotWaitedForLong() {
        feed("<?xml " + "a".repeat(2000));

        assertEquals(Optional.of(Trouble.FOREIGN), stream.trouble());
    }

    @Test
    void takesWhatIsJustShortEnough() {
        String around = "<alarmrequest></alarmrequest>";
        String longest = "<alarmrequest>" + "a".repeat(DocumentStream.LONGEST - around.length()) + "</alarmrequest>";

        assertEquals(1, feed(longest).size());
        feed(longest.replace("aa</", "aaa</"));
        assertEquals(Optional.of(Trouble.TOO_LONG), stream.trouble());
    }

    @Test
    void doesNotWaitForTheEndOfWhatIsTooLong() {
        feed("<pingrequest>" + "a".repeat(DocumentStream.LONGEST));

        assertEquals(Optional.of(Trouble.TOO_LONG), stream.trouble());
        assertEquals(Kind.PING, stream.kind());
    }

    private List<Document> feed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return stream.feed(bytes, bytes.length);
    }
}
