package se.fixpunkt.demo;

import se.fixpunkt.harness.Installation;

/** The last thing the launcher prints: where everything is and who can sign in. */
final class DemoTable {
    private static final String LINE = "-".repeat(78);

    private DemoTable() {}

    static String of(Installation installation, DemoOptions options) {
        StringBuilder table = new StringBuilder();
        table.append('\n').append(LINE).append('\n');
        row(table, "Fixpunkt", installation.url());
        row(table, "Mail inbox", "http://localhost:" + options.ports().inbox());
        row(table, "Password", DemoPeople.PASSWORD + "   (the same for everybody)");
        row(table, "People", DemoPeople.ADMINISTRATOR + " - main administrator");
        DemoPeople.ADDED.forEach(person -> row(table, "", person.email() + " - " + person.job()));
        row(table, "Projects", "Vägen till Fixpunkt; Hemliga bron (asks for a code by mail)");
        row(table, "Devices", "SCAIP 12345678 at SIP port " + options.ports().sip() + " (UDP and TCP)");
        row(
                table,
                "",
                "DC-09 #1234, AES key 0123456789ABCDEF, at port "
                        + options.ports().dc09() + " (TCP and UDP)");
        row(
                table,
                "",
                "SOS Access 7654321, password fixpunktdemo001, at port "
                        + options.ports().sosAccess() + " (TCP)");
        row(table, "Data", options.data() + "   (-Ddemo.fresh empties it)");
        row(table, "Logs", installation.server().log().toString());
        row(table, "Reachable", "from this machine only: everything listens on 127.0.0.1");
        row(table, "Stop", "Ctrl-C");
        return table.append(LINE).toString();
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append(String.format("%-11s %s%n", name, value));
    }
}
