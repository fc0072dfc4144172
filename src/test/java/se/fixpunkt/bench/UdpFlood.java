package se.fixpunkt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One device that sends datagrams and does not care whether they are answered. It notes what was. */
final class UdpFlood {
    private static final Pattern ACKNOWLEDGED = Pattern.compile("\"ACK\"(\\d{4})");
    private static final int PATIENCE = 4000;

    private final DatagramSocket socket;
    private final Book book;
    private final String account;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    UdpFlood(InetSocketAddress receiver, String account, Book book) {
        this.account = account;
        this.book = book;
        try {
            socket = new DatagramSocket();
            socket.connect(receiver);
            socket.setSoTimeout(PATIENCE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void run(Pace pace) {
        Thread reader = new Thread(this::read);
        reader.start();
        try {
            while (pace.goesOn()) {
                pace.await();
                int number = book.next();
                byte[] frame = Frames.alarm(account, number);
                underWay.put(Frames.key("", number), number);
                socket.send(new DatagramPacket(frame, frame.length));
            }
            reader.join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until nothing has come for a while. A number that was used anew meanwhile stands for the newer frame. */
    private void read() {
        DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
        try {
            while (true) {
                packet.setLength(1024);
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.ISO_8859_1);
                Matcher answer = ACKNOWLEDGED.matcher(text);
                Integer number = answer.find() ? underWay.remove(answer.group(1)) : null;
                if (number != null) {
                    book.acknowledged(number, 0);
                }
            }
        } catch (SocketTimeoutException silence) {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
