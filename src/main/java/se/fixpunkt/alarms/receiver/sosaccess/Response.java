package se.fixpunkt.alarms.receiver.sosaccess;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * Our answer.
 *
 * @param reference the device's, given back as it was; empty when it gave none
 * @param arrived when the request came; devices may set their clocks by it
 * @param newPassword given to the device; empty unless it asked for one and gets it
 */
record Response(Kind kind, String reference, Status status, Instant arrived, String newPassword) {
    /** The protocol's times have no zone. It is spoken in Sweden, so they are Sweden's. */
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZONE);

    Response(Kind kind, String reference, Status status, Instant arrived) {
        this(kind, reference, status, arrived, "");
    }

    Bytes bytes() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n");
        xml.append('<').append(kind.response()).append('>');
        if (!reference.isEmpty()) {
            element(xml, "reference", reference);
        }
        element(xml, "status", Integer.toString(status.number()));
        element(xml, "info", status.name());
        if (!newPassword.isEmpty()) {
            element(xml, "newauthentication", newPassword);
        }
        element(xml, "arrivaltime", TIME.format(arrived));
        xml.append("</").append(kind.response()).append('>');
        return Bytes.latin1(xml.toString());
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>');
        text.codePoints().forEach(one -> character(xml, one));
        xml.append("</").append(name).append('>');
    }

    private static void character(StringBuilder xml, int one) {
        boolean plain = one >= ' ' && one <= '~' && one != '<' && one != '>' && one != '&';
        if (plain || (one >= 0xa0 && one <= 0xff)) {
            xml.append((char) one);
        } else {
            xml.append("&#").append(one).append(';');
        }
    }

    /** Never the password. */
    @Override
    public String toString() {
        return kind + " " + status + " to " + reference;
    }
}
