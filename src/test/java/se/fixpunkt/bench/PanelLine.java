package se.fixpunkt.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.alarms.domain.Bytes;

/**
 * One DC-09 connection with many frames under way. An answer is known by its sequence number and account; a frame that gets none is
 * not in the book.
 */
final class PanelLine {
    private static final Pattern ANSWER = Pattern.compile("\"\\*?(ACK|DUH)\"(\\d{4})L0#([0-9A-F]+)");
    /** Longer than the server tries to store a message before it gives up. */
    private static final int PATIENCE = 4000;

    private final Map<String, Sent> underWay = new ConcurrentHashMap<>();
    private final Semaphore window;
    private final Book book;
    private final Pace pace;
    private final IntFunction<Message> messages;
    private final Socket socket;
    private volatile boolean over;

    /**
     * @param window how many frames may wait for their answer
     * @param messages the frame with the given number
     */
    PanelLine(InetSocketAddress receiver, int window, Book book, Pace pace, IntFunction<Message> messages) {
        this.window = new Semaphore(window);
        this.book = book;
        this.pace = pace;
        this.messages = messages;
        try {
            socket = new Socket(receiver.getAddress(), receiver.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A frame, and what its answer is known by: sequence number and account. */
    record Message(String key, Bytes frame) {}

    private record Sent(int number, long at) {}

    /** Sends until the time is over, then waits for what is still owed. */
    void run() {
        Thread reader = new Thread(this::read);
        reader.start();
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
            while (pace.goesOn()) {
                long at = pace.await();
                if (!window.tryAcquire()) {
                    out.flush();
                    if (!window.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS)) {
                        break;
                    }
                    at = pace.isPaced() ? at : System.nanoTime();
                }
                int number = book.next();
                Message message = messages.apply(number);
                underWay.put(message.key(), new Sent(number, at));
                out.write(message.frame().toArray());
                if (!pace.isBehind()) {
                    out.flush();
                }
            }
            out.flush();
            over = true;
            reader.join();
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] answer = new byte[512];
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            while (!over || !underWay.isEmpty()) {
                int length = 0;
                for (int one = in.read(); one != '\r'; one = in.read()) {
                    if (one < 0) {
                        throw new IOException("closed");
                    }
                    answer[length++] = (byte) one;
                }
                answered(new String(answer, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketTimeoutException silence) {
            underWay.values().forEach(one -> book.unanswered());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answered(String text) {
        Matcher answer = ANSWER.matcher(text);
        Sent sent = answer.find() ? underWay.remove(answer.group(2) + answer.group(3)) : null;
        if (sent == null || !answer.group(1).equals("ACK")) {
            book.refused();
        } else {
            book.acknowledged(sent.number(), System.nanoTime() - sent.at());
        }
        window.release();
    }
}
