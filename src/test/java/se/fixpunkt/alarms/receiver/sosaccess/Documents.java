package se.fixpunkt.alarms.receiver.sosaccess;

import java.nio.charset.StandardCharsets;
import se.fixpunkt.alarms.domain.Bytes;

/** Requests as the public documentation of SOS Access v4 shows them. */
final class Documents {
    static final String PASSWORD = "hxp4x9nnwxjatv8";
    static final String HEADER = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n";

    private Documents() {}

    /** The documentation's example of an alarm with a reference. */
    static String alarm() {
        return alarm("AL", "BA", "<reference>1</reference>");
    }

    static String alarm(String type, String code, String more) {
        return HEADER + "<alarmrequest>\n<authentication>" + PASSWORD + "</authentication>\n" + more
                + "<receiver>42</receiver>\n<alarmtype>" + type
                + "</alarmtype>\n<transmittertype>SV300</transmittertype>\n"
                + "<transmittercode>1234567</transmittercode>\n<eventcode>" + code + "</eventcode>\n</alarmrequest>";
    }

    static String ping(String reference) {
        return other("pingrequest", reference);
    }

    static String newPassword(String reference) {
        return other("requestnewauthentication", reference);
    }

    static Bytes bytes(String document) {
        return Bytes.of(document.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String other(String root, String reference) {
        return HEADER + "<" + root + "><authentication>" + PASSWORD + "</authentication>"
                + (reference.isEmpty() ? "" : "<reference>" + reference + "</reference>")
                + "<transmittercode>1234567</transmittercode><transmittertype>SV300</transmittertype></" + root + ">";
    }
}
