package se.fixpunkt.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Devices that keep a connection open and say nothing but that they are there. They come from several addresses of this machine. */
final class IdleCrowd implements AutoCloseable {
    private static final int PER_ADDRESS = 1500;
    private static final int PATIENCE = 10_000;

    private final List<Socket> connections = new ArrayList<>();
    private final List<String> accounts;

    IdleCrowd(InetSocketAddress receiver, int size, List<String> accounts) {
        this.accounts = accounts;
        try {
            for (int i = 0; i < size; i++) {
                Socket socket = new Socket();
                connections.add(socket);
                socket.bind(new InetSocketAddress(
                        InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + i / PER_ADDRESS)}), 0));
                socket.connect(receiver, PATIENCE);
                socket.setSoTimeout(PATIENCE);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Each says that it is there; how many were answered. */
    int answered(int round) {
        int answered = 0;
        for (int i = 0; i < connections.size(); i++) {
            answered +=
                    isAnswered(connections.get(i), Frames.heartbeat(accounts.get(i % accounts.size()), round)) ? 1 : 0;
        }
        return answered;
    }

    private static boolean isAnswered(Socket socket, byte[] frame) {
        try {
            socket.getOutputStream().write(frame);
            InputStream in = socket.getInputStream();
            int one = in.read();
            while (one >= 0 && one != '\r') {
                one = in.read();
            }
            return one == '\r';
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public void close() {
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException gone) {
                // It is to be gone.
            }
        }
    }
}
