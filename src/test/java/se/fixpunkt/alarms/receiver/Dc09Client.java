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
    private static final int TRIES = 4;

    private final int port;
    private Socket socket;

    public Dc09Client(int port) {
        this.port = port;
        this.socket = connected(port);
    }

    private static Socket connected(int port) {
        try {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 60_000);
            socket.setSoTimeout(15_000);
            socket.setTcpNoDelay(true);
            return socket;
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

    /** Silence is answered as panels do: the same again, on a new connection. What cannot be stored in time is not acknowledged. */
    public String ask(String body) {
        send(body);
        String answer = answer();
        for (int tries = 1; tries < TRIES && answer.equals("timeout"); tries++) {
            close();
            socket = connected(port);
            send(body);
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
