package se.fixpunkt.alarms.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** An alarm transmitter that knows only sockets and text; none of the receiver's code. */
final class SosAccessClient implements AutoCloseable {
    static final String HEADER = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n";

    private static final Pattern ENDED = Pattern.compile("</[a-z]+response>$");

    private static final int TRIES = 4;

    private final Socket socket = new Socket();

    SosAccessClient(int port) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 60_000);
            socket.setSoTimeout(60_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String alarm(String transmitter, String password, String reference, String code) {
        return HEADER + "<alarmrequest><reference>" + reference + "</reference><authentication>" + password
                + "</authentication><receiver>42</receiver><alarmtype>AL</alarmtype>"
                + "<transmittertype>SV300</transmittertype><transmittercode>" + transmitter + "</transmittercode>"
                + "<eventcode>" + code + "</eventcode><sectiontext>K\u00f6k</sectiontext></alarmrequest>";
    }

    static String ping(String transmitter, String password) {
        return HEADER + "<pingrequest><authentication>" + password
                + "</authentication><reference>734632</reference><transmittercode>" + transmitter
                + "</transmittercode><transmittertype>SV300</transmittertype></pingrequest>";
    }

    void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next answer; {@code timeout} or {@code closed} when there is none. */
    String answer() {
        try {
            StringBuilder answer = new StringBuilder();
            while (!ENDED.matcher(answer).find()) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return "closed";
                }
                answer.append((char) next);
            }
            return answer.toString();
        } catch (SocketTimeoutException none) {
            return "timeout";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What could not be stored in time is sent again, as transmitters do. */
    String ask(String text) {
        send(text);
        String answer = answer();
        for (int tries = 1; tries < TRIES && answer.contains("<status>5</status>"); tries++) {
            send(text);
            answer = answer();
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
