package se.fixpunkt.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntFunction;

/** One DC-09 connection with many frames under way. Answers come in the order of the frames. */
final class PanelLine {
    private final BlockingQueue<Sent> underWay;
    private final Book book;
    private final Pace pace;
    private final IntFunction<byte[]> frames;
    private final Socket socket;

    /**
     * @param window how many frames may wait for their answer
     * @param frames the frame with the given number
     */
    PanelLine(int port, int window, Book book, Pace pace, IntFunction<byte[]> frames) {
        this.underWay = new ArrayBlockingQueue<>(window);
        this.book = book;
        this.pace = pace;
        this.frames = frames;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(15_000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private record Sent(int number, long at) {}

    /** Sends until the time is over, then waits for what is still owed. */
    void run() {
        Thread reader = new Thread(this::read);
        reader.start();
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
            while (pace.goesOn()) {
                long at = pace.await();
                int number = book.next();
                byte[] frame = frames.apply(number);
                if (!underWay.offer(new Sent(number, at))) {
                    out.flush();
                    underWay.put(new Sent(number, at));
                }
                out.write(frame);
                if (!pace.isBehind()) {
                    out.flush();
                }
            }
            out.flush();
            underWay.put(new Sent(-1, 0));
            reader.join();
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            byte[] answer = new byte[512];
            for (Sent next = underWay.take(); next.number() >= 0; next = underWay.take()) {
                int length = 0;
                for (int one = in.read(); one != '\r'; one = in.read()) {
                    if (one < 0) {
                        throw new IOException("closed");
                    }
                    answer[length++] = (byte) one;
                }
                String text = new String(answer, 0, length, StandardCharsets.ISO_8859_1);
                if (text.contains("ACK\"")) {
                    book.acknowledged(next.number(), System.nanoTime() - next.at());
                } else {
                    book.refused();
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
