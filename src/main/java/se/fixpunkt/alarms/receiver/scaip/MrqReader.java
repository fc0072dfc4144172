package se.fixpunkt.alarms.receiver.scaip;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Reads a SCAIP body: any order of elements, whatever name space, never a document type, never an entity of its own, and
 * nothing larger than a device would send. Only what an alarm cannot do without is checked: a life is not refused because
 * a text is too long.
 */
final class MrqReader {
    private static final int TOO_LONG = 1;
    private static final int INVALID_FORMAT = 2;
    private static final int WRONG_CONTENT = 3;
    private static final int MISSING = 7;

    /** No body is read that is longer. */
    static final int BYTES = 16 * 1024;

    private static final int ELEMENTS = 200;
    private static final int DEPTH = 6;
    private static final int REF = 16;
    /** No text has two hundred ampersands. */
    private static final int MENDED = 1000;

    private static final Pattern SALVAGED = Pattern.compile(
            "<(?:[\\w.-]{1,64}:)?ref>\\s*([0-9a-zA-Z]{1,16})\\s*</(?:[\\w.-]{1,64}:)?ref>", Pattern.CASE_INSENSITIVE);

    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern SPACE_OR_PLUS = Pattern.compile("[\\h+]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,8}");

    private static final XMLInputFactory FACTORY = factory();

    private MrqReader() {}

    /** What a body is. */
    sealed interface Body {}

    record Request(Mrq mrq) implements Body {}

    /** An answer, sent to us by mistake: it must not be answered, or two receivers could go on for ever. */
    record Answer() implements Body {}

    /**
     * @param ref what to answer under; empty when not even that could be read
     * @param text for {@code ste}
     */
    record Fault(String ref, int snu, String text) implements Body {
        boolean canBeAnswered() {
            return !ref.isEmpty();
        }
    }

    static Body read(Bytes body) {
        String text = BodyText.of(body.first(BYTES));
        if (body.length() > BYTES) {
            return fault(text, TOO_LONG, "too long");
        }
        try {
            return check(elements(text));
        } catch (XMLStreamException | RuntimeException notReadable) {
            return fault(text, INVALID_FORMAT, "invalid format");
        }
    }

    private static Fault fault(String text, int snu, String why) {
        Matcher ref = SALVAGED.matcher(text);
        return new Fault(ref.find() ? ref.group(1) : "", snu, why);
    }

    private record Elements(String root, Map<String, List<String>> fields) {
        String first(String name) {
            List<String> values = fields.get(name);
            return values == null ? "" : values.get(0);
        }
    }

    private static Body check(Elements elements) throws XMLStreamException {
        if (elements.root().equals("mrs")) {
            return new Answer();
        }
        if (!isRequest(elements)) {
            throw new XMLStreamException("another document");
        }
        String ref = elements.first("ref");
        if (!PRINTABLE.matcher(ref).matches()) {
            return new Fault("", ref.isEmpty() ? MISSING : WRONG_CONTENT, "ref");
        }
        for (String mandatory : List.of("cid", "dty")) {
            if (elements.first(mandatory).isEmpty()) {
                return new Fault(ref, MISSING, mandatory);
            }
        }
        String cid = SPACE_OR_PLUS.matcher(elements.first("cid")).replaceAll("");
        Optional<String> deviceType = fourDigits(elements.first("dty"));
        Optional<Mrq.Type> type = type(elements.first("mty"));
        if (ref.length() > REF) {
            return new Fault(ref, TOO_LONG, "ref");
        }
        if (!DIGITS.matcher(cid).matches()) {
            return new Fault(ref, WRONG_CONTENT, "cid");
        }
        if (cid.length() > REF) {
            return new Fault(ref, TOO_LONG, "cid");
        }
        if (deviceType.isEmpty()) {
            return new Fault(ref, WRONG_CONTENT, "dty");
        }
        if (type.isEmpty()) {
            return new Fault(ref, WRONG_CONTENT, "mty");
        }
        String status = fourDigits(elements.first("stc")).orElse("");
        return new Request(new Mrq(ref, cid, deviceType.get(), status, type.get(), elements.fields()));
    }

    /** Proxies are seen that call the root after the protocol. */
    private static boolean isRequest(Elements elements) {
        return elements.root().equals("mrq")
                || (elements.root().equals("scaip") && !elements.first("cid").isEmpty());
    }

    /** Devices send {@code 3}, {@code 02}, {@code 010} for the four digits of the table. */
    private static Optional<String> fourDigits(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number > 9999 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%04d", number));
    }

    private static Optional<Mrq.Type> type(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "", "ME" -> Optional.of(Mrq.Type.ME);
            case "RE" -> Optional.of(Mrq.Type.RE);
            case "IN" -> Optional.of(Mrq.Type.IN);
            case "PI" -> Optional.of(Mrq.Type.PI);
            default -> Optional.empty();
        };
    }

    /** As it stands, or else with what is mended without guessing: an alarm is not lost for an ampersand in a street's name. */
    private static Elements elements(String text) throws XMLStreamException {
        try {
            return elements(FACTORY.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException | RuntimeException perhapsTheTexts) {
            String mended = BodyText.mended(text);
            if (mended.length() > text.length() + MENDED) {
                throw perhapsTheTexts;
            }
            return elements(FACTORY.createXMLStreamReader(new StringReader(mended)));
        }
    }

    private static Elements elements(XMLStreamReader reader) throws XMLStreamException {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        String root = "";
        int count = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++count > ELEMENTS || path.size() >= DEPTH) {
                        throw new XMLStreamException("too many elements");
                    }
                    String name = bare(reader.getLocalName());
                    root = path.isEmpty() ? name : root;
                    path.addLast(name);
                    texts.addLast(new StringBuilder());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    texts.getLast().append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String text = texts.removeLast().toString().strip();
                    if (path.size() > 1 && !text.isEmpty()) {
                        String name = String.join(".", path.stream().skip(1).toList());
                        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
                    }
                    path.removeLast();
                    if (path.isEmpty()) {
                        // what comes after the end is nobody's
                        return new Elements(root, fields);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a document type");
                default -> {}
            }
        }
        return new Elements(root, fields);
    }

    /** Without a name space, declared or not. */
    private static String bare(String name) {
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("an external entity");
        });
        return factory;
    }
}
