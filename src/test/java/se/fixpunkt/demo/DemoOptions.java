package se.fixpunkt.demo;

import java.nio.file.Path;
import java.util.Properties;
import se.fixpunkt.harness.CannotStart;
import se.fixpunkt.harness.Ports;

/**
 * What the person who starts the demo chose, as {@code -Ddemo.…} on the command line.
 *
 * @param target the build's directory
 * @param data what survives a restart
 * @param fresh whether to begin by emptying {@code data}
 */
record DemoOptions(Path target, Path data, boolean fresh, Ports.Plan ports) {

    static DemoOptions from(Properties given) {
        Path target = Path.of(given.getProperty("demo.target", "target")).toAbsolutePath();
        return new DemoOptions(
                target,
                Path.of(given.getProperty("demo.data", target.resolve("demo").toString()))
                        .toAbsolutePath(),
                !"false".equals(given.getProperty("demo.fresh", "false")),
                new Ports.Plan(
                        port(given, "demo.http.port", 8080),
                        port(given, "demo.mail.port", 8025),
                        portOrAny(given, "demo.smtp.port"),
                        portOrAny(given, "demo.db.port"),
                        port(given, "demo.sip.port", 5060),
                        port(given, "demo.dc09.port", 5093),
                        port(given, "demo.sosaccess.port", 5094)));
    }

    /** Nobody outside needs to know these, so any free port will do. */
    private static int portOrAny(Properties given, String name) {
        return given.containsKey(name) ? port(given, name, 0) : Ports.free();
    }

    private static int port(Properties given, String name, int usual) {
        String value = given.getProperty(name, Integer.toString(usual));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new CannotStart("-D" + name + "=" + value + " is no port number (1 to 65535)");
        }
        return Integer.parseInt(value);
    }

    void requireFreePorts() {
        Ports.requireFree(ports.http(), "web", "-Ddemo.http.port");
        Ports.requireFree(ports.inbox(), "mail inbox", "-Ddemo.mail.port");
        Ports.requireFree(ports.smtp(), "SMTP", "-Ddemo.smtp.port");
        Ports.requireFree(ports.database(), "MariaDB", "-Ddemo.db.port");
        Ports.requireFree(ports.sip(), "SCAIP over SIP", "-Ddemo.sip.port");
        Ports.requireFree(ports.dc09(), "SIA DC-09", "-Ddemo.dc09.port");
        Ports.requireFree(ports.sosAccess(), "SOS Access", "-Ddemo.sosaccess.port");
    }
}
