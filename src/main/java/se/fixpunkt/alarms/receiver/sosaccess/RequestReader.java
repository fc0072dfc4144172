package se.fixpunkt.alarms.receiver.sosaccess;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.fixpunkt.alarms.DeviceIdentity;
import se.fixpunkt.alarms.Protocol;
import se.fixpunkt.alarms.domain.Bytes;
import se.fixpunkt.shared.InvalidValue;

/**
 * Reads one document: the declaration, then the elements in any order, never a document type, never an entity of its own, never
 * anything from elsewhere. Lengths and what is mandatory are those of the public documentation of SOS Access v4.
 */
final class RequestReader {
    private static final int ELEMENTS = 64;
    private static final int DEPTH = 4;

    /**
     * The longest that each field may be. The password may be as long as the register takes, because a wrong one is to be
     * answered as a wrong one; what is only for tracing is not worth refusing an alarm.
     */
    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("reference", 50),
            Map.entry(Request.PASSWORD, 128),
            Map.entry("receiver", 20),
            Map.entry("transmittertime", 64),
            Map.entry("alarmtype", 2),
            Map.entry("transmittertype", 5),
            Map.entry("transmittercode", 15),
            Map.entry("transmitterarea", 5),
            Map.entry("eventcode", 25),
            Map.entry("section", 5),
            Map.entry("sectiontext", 40),
            Map.entry("detector", 5),
            Map.entry("detectortext", 40),
            Map.entry("additionalinfo", 2000),
            Map.entry("position.pos", 64));

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern HEADER =
            Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*<\\?xml\\s+version\\s*=\\s*(?:\"1\\.[01]\"|'1\\.[01]')"
                    + "(?:\\s+encoding\\s*=\\s*[\"'](?<encoding>[A-Za-z0-9._-]{1,40})[\"'])?"
                    + "(?:\\s+standalone\\s*=\\s*[\"'](?:yes|no)[\"'])?\\s*\\?>");
    private static final Pattern ENCODING = Pattern.compile(
            "iso[-_]?8859-15?|latin-?[19]|(?:us-)?ascii|(?:windows-|cp)-?1252|utf-?8", Pattern.CASE_INSENSITIVE);
    private static final XMLInputFactory FACTORY = factory();

    private RequestReader() {}

    /** What a document is. */
    sealed interface Document {}

    record Understood(Request request, DeviceIdentity identity) implements Document {}

    /**
     * @param reference to answer under; empty when none was read
     * @param field which field is at fault; empty when none is
     * @param claimed who it says it is from, so that it is found in the device's conversation
     */
    record Fault(Kind kind, Status status, String reference, String field, Optional<DeviceIdentity> claimed)
            implements Document {
        /** Of a document that could not be read at all. */
        static Fault of(Kind kind, Status status) {
            return new Fault(kind, status, "", "", Optional.empty());
        }
    }

    /** @param asked what the document's root says it is */
    static Document read(Bytes document, Kind asked) {
        Matcher header = HEADER.matcher(document.text(StandardCharsets.ISO_8859_1));
        if (!header.lookingAt() || !isKnown(header.group("encoding"))) {
            return Fault.of(asked, Status.XML_HEADER_MISSING_OR_INVALID);
        }
        try {
            String body = text(Bytes.of(document.toArray(), header.end(), document.length()));
            return check(asked, fields(body));
        } catch (XMLStreamException | RuntimeException notReadable) {
            return Fault.of(asked, Status.INVALID_XML);
        }
    }

    private static Document check(Kind kind, Map<String, String> fields) {
        Optional<DeviceIdentity> claimed = identity(fields.get("transmittercode"));
        String reference = fields.getOrDefault("reference", "");
        if (reference.length() > LONGEST.get("reference")) {
            return new Fault(kind, Status.WRONG_CONTENT, "", "reference", claimed);
        }
        for (String mandatory : kind.mandatory()) {
            if (!fields.containsKey(mandatory)) {
                return new Fault(kind, Status.MANDATORY_DATA_MISSING, reference, mandatory, claimed);
            }
        }
        Optional<String> wrong = fields.entrySet().stream()
                .filter(field -> !isRight(field.getKey(), field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (wrong.isPresent()) {
            return new Fault(kind, Status.WRONG_CONTENT, reference, wrong.get(), claimed);
        }
        return claimed.<Document>map(identity -> new Understood(new Request(kind, fields), identity))
                .orElseGet(() -> new Fault(kind, Status.WRONG_CONTENT, reference, "transmittercode", claimed));
    }

    private static Optional<DeviceIdentity> identity(String transmitterCode) {
        try {
            return Optional.of(DeviceIdentity.of(Protocol.SOS_ACCESS, transmitterCode));
        } catch (InvalidValue nobody) {
            return Optional.empty();
        }
    }

    /** What we do not know we need not understand. */
    private static boolean isRight(String field, String value) {
        return value.length() <= LONGEST.getOrDefault(field, Integer.MAX_VALUE)
                && (!field.equals("alarmtype") || value.equalsIgnoreCase("AL") || value.equalsIgnoreCase("RE"));
    }

    private static boolean isKnown(String encoding) {
        return encoding == null || ENCODING.matcher(encoding).matches();
    }

    /**
     * Senders are known that declare UTF-8, as their XML library does by itself, and write the one byte characters of the
     * protocol; others write UTF-8 under the protocol's declaration. The bytes themselves tell: no text of one byte
     * characters beyond ASCII happens to be UTF-8.
     */
    private static String text(Bytes body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.toArray()))
                    .toString();
        } catch (CharacterCodingException oneByteEach) {
            return body.text(WINDOWS);
        }
    }

    private static Map<String, String> fields(String body) throws XMLStreamException {
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(body));
        Map<String, String> fields = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > ELEMENTS || path.size() >= DEPTH) {
                        throw new XMLStreamException("too many elements");
                    }
                    path.addLast(reader.getLocalName().toLowerCase(Locale.ROOT));
                    texts.addLast(new StringBuilder());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    texts.getLast().append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String text = texts.removeLast().toString().strip();
                    String name = String.join(".", path.stream().skip(1).toList());
                    path.removeLast();
                    if (!name.isEmpty() && !text.isEmpty()) {
                        add(fields, name, text);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a document type");
                default -> {}
            }
        }
        return fields;
    }

    /** Which of two of ours holds cannot be known; what we do not know may come as often as it likes. */
    private static void add(Map<String, String> fields, String name, String text) throws XMLStreamException {
        String earlier = fields.get(name);
        if (earlier != null && LONGEST.containsKey(name)) {
            throw new XMLStreamException("twice the same element");
        }
        fields.put(name, earlier == null ? text : earlier + " / " + text);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an external entity");
        });
        return factory;
    }
}
