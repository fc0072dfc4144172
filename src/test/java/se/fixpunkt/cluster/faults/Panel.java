package se.fixpunkt.cluster.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.fixpunkt.alarms.receiver.Dc09Client;
import se.fixpunkt.cluster.faults.SignalBook.SignalName;

/**
 * A DC-09 panel with two receivers: it sends a message until one of them acknowledges it, and changes over at silence, refusal
 * or a broken connection, as panels do.
 */
final class Panel implements Load.Turn {
    private static final int CONNECT_MILLIS = 1000;
    private static final int PATIENCE_MILLIS = 3000;
    private static final long BETWEEN_TRIES_MILLIS = 200;

    private final String identity;
    private final List<InetSocketAddress> receivers;
    private final SignalBook book;
    private final long pauseMillis;
    private int sequence;
    private int receiver;
    private Socket connection;

    Panel(String identity, List<InetSocketAddress> receivers, SignalBook book, long pauseMillis) {
        this.identity = identity;
        this.receivers = receivers;
        this.book = book;
        this.pauseMillis = pauseMillis;
    }

    @Override
    public void take() throws InterruptedException {
        sequence++;
        String number = String.format("%04d", sequence);
        String body = "\"SIA-DCS\"" + number + "L0#" + identity + "[#" + identity + "|Nri1/QA1]";
        SignalName name = new SignalName(identity, number);
        book.sent(name, System.nanoTime());
        while (!isAcknowledged(body, number)) {
            receiver = (receiver + 1) % receivers.size();
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
        book.acknowledged(name, System.nanoTime());
        Thread.sleep(pauseMillis);
    }

    private boolean isAcknowledged(String body, String number) {
        try {
            if (connection == null) {
                connection = new Socket();
                connection.connect(receivers.get(receiver), CONNECT_MILLIS);
                connection.setSoTimeout(PATIENCE_MILLIS);
                connection.setTcpNoDelay(true);
            }
            connection.getOutputStream().write(Dc09Client.frame(body));
            if (answer().startsWith("\"ACK\"" + number)) {
                return true;
            }
        } catch (IOException unanswered) {
            // Silence, a reset and a refused connection are all the same to a panel: it tries its other receiver.
        }
        hangUp();
        return false;
    }

    private String answer() throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int next = connection.getInputStream().read(); next != '\r'; ) {
            if (next < 0) {
                throw new IOException("closed by the receiver");
            }
            frame.write(next);
            next = connection.getInputStream().read();
        }
        String text = frame.toString(StandardCharsets.ISO_8859_1);
        return text.length() > 9 ? text.substring(9) : text;
    }

    private void hangUp() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException gone) {
            // It is to be gone.
        }
        connection = null;
    }
}
