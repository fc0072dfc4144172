package se.fixpunkt.alarms.receiver.scaip;

import se.fixpunkt.alarms.domain.Bytes;

/** Our SCAIP answer, to the letter of the table. */
final class Mrs {
    private final StringBuilder elements = new StringBuilder();

    private Mrs(String ref, int snu) {
        add("ref", ref.length() <= 16 ? ref : ref.substring(0, 16));
        add("snu", String.valueOf(snu));
    }

    /** Taken; nothing more is expected. */
    static Mrs taken(String ref) {
        return new Mrs(ref, 0);
    }

    /** Taken; call, over a number of your own or over the one given. */
    static Mrs call(String ref, String transfer) {
        Mrs mrs = new Mrs(ref, 0).add("mre", "1");
        return transfer.isEmpty() ? mrs.add("cre", "61") : mrs.add("cre", "62").add("tnu", transfer);
    }

    static Mrs mute(String ref) {
        return new Mrs(ref, 0).add("mre", "0");
    }

    static Mrs unknownDevice(String ref) {
        return new Mrs(ref, 5).add("mre", "0").add("cre", "0");
    }

    /** Cannot be stored now: try your other receiver. */
    static Mrs busy(String ref) {
        return new Mrs(ref, 6);
    }

    static Mrs refused(MrqReader.Fault fault) {
        Mrs mrs = new Mrs(fault.ref(), fault.snu());
        return fault.text().isEmpty() ? mrs : mrs.add("ste", fault.text());
    }

    Bytes bytes() {
        return Bytes.utf8("<mrs>" + elements + "</mrs>");
    }

    private Mrs add(String element, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        elements.append('<')
                .append(element)
                .append('>')
                .append(escaped)
                .append("</")
                .append(element)
                .append('>');
        return this;
    }
}
