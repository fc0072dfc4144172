package se.fixpunkt.alarms.receiver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A DC-09 panel that knows only sockets and the checksum; none of the receiver's code. */
public final class Dc09Client implements AutoCloseable {
    private final Socket socket = new Socket();

    public Dc09Client(int port) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A whole frame around what stands between the first quote and the carriage return. */
    public static byte[] frame(String body) {
        int crc = 0;
        for (byte one : body.getBytes(StandardCharsets.ISO_8859_1)) {
            crc ^= one & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? (crc >>> 1) ^ 0xA001 : crc >>> 1;
            }
        }
        return String.format("\n%04X%04X%s\r", crc, body.length(), body).getBytes(StandardCharsets.ISO_8859_1);
    }

    public void send(String body) {
        try {
            socket.getOutputStream().write(frame(body));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next answer without prefix and end, e.g. {@code "ACK"0001L0#1234[]}; {@code timeout} or {@code closed} when there is none. */
    public String answer() {
        try {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            while (true) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return "closed";
                }
                if (next == '\r') {
                    return frame.toString(StandardCharsets.ISO_8859_1).substring(9);
                }
                frame.write(next);
            }
        } catch (SocketTimeoutException none) {
            return "timeout";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String ask(String body) {
        send(body);
        return answer();
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
