package se.fixpunkt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telecare devices behind one UDP port. An alarm is acknowledged when the centre's own message says {@code snu} 0, which is answered
 * with 200 as a device does; nothing is sent twice.
 */
final class ScaipLine {
    private static final Pattern ANSWER = Pattern.compile("<ref>L(\\d+)</ref><snu>(\\d+)</snu>");
    private static final Pattern MIRRORED = Pattern.compile("(?im)^(?:Via|From|To|Call-ID|CSeq):[^\\r\\n]*\\r\\n");
    private static final int PATIENCE = 4000;

    private final DatagramSocket socket;
    private final List<String> devices;
    private final Semaphore window;
    private final Book book;
    private final Pace pace;
    private final Map<Integer, Long> underWay = new ConcurrentHashMap<>();
    private volatile boolean over;

    ScaipLine(Subject subject, List<String> devices, int window, Book book, Pace pace) {
        this.devices = devices;
        this.window = new Semaphore(window);
        this.book = book;
        this.pace = pace;
        try {
            socket = new DatagramSocket(0, subject.own());
            socket.connect(subject.sip());
            socket.setSoTimeout(PATIENCE);
            socket.setReceiveBufferSize(1 << 20);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void run() {
        Thread reader = new Thread(this::read);
        reader.start();
        try {
            while (pace.goesOn()) {
                long at = pace.await();
                if (!window.tryAcquire() && !window.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS)) {
                    break;
                }
                int number = book.next();
                underWay.put(number, pace.isPaced() ? at : System.nanoTime());
                send(message(devices.get(number % devices.size()), number));
            }
            over = true;
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String message(String device, int number) {
        String body = "<mrq><ref>L" + number + "</ref><cid>" + device + "</cid><dty>0003</dty><stc>0010</stc><stt>load "
                + number + "</stt></mrq>";
        String us = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        return "MESSAGE sip:arc@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP " + us + ";branch=z9hG4bK" + number + "x"
                + us.hashCode()
                + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:" + device + "@" + us + ">;tag=" + number
                + "\r\nTo: <sip:arc@127.0.0.1>\r\nCall-ID: " + number + "@" + us
                + "\r\nCSeq: 1 MESSAGE\r\nContent-Type: application/scaip+xml\r\nContent-Length: " + body.length()
                + "\r\n\r\n"
                + body;
    }

    private void read() {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        try {
            while (!over || !underWay.isEmpty()) {
                packet.setLength(4096);
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (text.startsWith("MESSAGE ")) {
                    answered(text);
                }
            }
        } catch (SocketTimeoutException silence) {
            underWay.values().forEach(one -> book.unanswered());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            socket.close();
        }
    }

    private void answered(String text) {
        StringBuilder response = new StringBuilder("SIP/2.0 200 OK\r\n");
        MIRRORED.matcher(text).results().forEach(field -> response.append(field.group()));
        send(response.append("Content-Length: 0\r\n\r\n").toString());
        Matcher answer = ANSWER.matcher(text);
        Long sent = answer.find() ? underWay.remove(Integer.valueOf(answer.group(1))) : null;
        if (sent == null) {
            return;
        }
        window.release();
        if (answer.group(2).equals("0")) {
            book.acknowledged(Integer.parseInt(answer.group(1)), System.nanoTime() - sent);
        } else {
            book.refused();
        }
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
