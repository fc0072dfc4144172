package se.fixpunkt.cluster.faults;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.fixpunkt.cluster.faults.SignalBook.SignalName;

/**
 * A SCAIP telecare phone over UDP with two receivers. An alarm counts as acknowledged when the centre's own MESSAGE says
 * {@code snu} 0; anything else, or silence, sends the same alarm to the other receiver.
 */
final class SocialAlarm implements Load.Turn {
    private static final int PATIENCE_MILLIS = 4000;
    private static final int RETRANSMIT_MILLIS = 500;
    private static final Pattern ANSWER = Pattern.compile("<ref>([^<]*)</ref>.*<snu>(\\d+)</snu>", Pattern.DOTALL);

    private final String identity;
    private final List<InetSocketAddress> receivers;
    private final SignalBook book;
    private final long pauseMillis;
    private final DatagramSocket socket;
    private int number;
    private int call;
    private int receiver;

    SocialAlarm(String identity, List<InetSocketAddress> receivers, InetAddress own, SignalBook book, long pauseMillis)
            throws IOException {
        this.identity = identity;
        this.receivers = receivers;
        this.book = book;
        this.pauseMillis = pauseMillis;
        this.socket = new DatagramSocket(0, own);
    }

    @Override
    public void take() throws InterruptedException {
        String reference = "R" + ++number;
        SignalName name = new SignalName(identity, reference);
        book.sent(name, System.nanoTime());
        while (!isAcknowledged(reference)) {
            receiver = (receiver + 1) % receivers.size();
        }
        book.acknowledged(name, System.nanoTime());
        Thread.sleep(pauseMillis);
    }

    private boolean isAcknowledged(String reference) {
        byte[] request = request(reference, ++call);
        boolean heard = false;
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        try {
            socket.setSoTimeout(RETRANSMIT_MILLIS);
            while (System.nanoTime() < end) {
                if (!heard) {
                    socket.send(new DatagramPacket(request, request.length, receivers.get(receiver)));
                }
                String message = received();
                heard |= message.startsWith("SIP/2.0 200");
                if (message.startsWith("MESSAGE ")) {
                    confirm(message);
                    Matcher answer = ANSWER.matcher(message);
                    if (answer.find() && answer.group(1).equals(reference)) {
                        return "0".equals(answer.group(2));
                    }
                }
            }
        } catch (IOException unreachable) {
            // An ICMP refusal is as good as silence: the other receiver is next.
        }
        return false;
    }

    /** Empty when nothing came in time. */
    private String received() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        try {
            socket.receive(packet);
        } catch (SocketTimeoutException silence) {
            return "";
        }
        from = packet;
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    private DatagramPacket from;

    private void confirm(String message) throws IOException {
        StringBuilder answer = new StringBuilder("SIP/2.0 200 OK\r\n");
        for (String line : message.split("\r\n", -1)) {
            if (line.isEmpty()) {
                break;
            }
            if (line.matches("(?i)(Via|From|To|Call-ID|CSeq):.*")) {
                answer.append(line).append("\r\n");
            }
        }
        byte[] bytes = answer.append("Content-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, from.getSocketAddress()));
    }

    private byte[] request(String reference, int attempt) {
        InetSocketAddress to = receivers.get(receiver);
        String host = to.getAddress().getHostAddress() + ":" + to.getPort();
        String own = socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
        String body = "<mrq><ref>" + reference + "</ref><ver>01.00</ver><mty>ME</mty><cid>" + identity
                + "</cid><dty>0003</dty><stc>0010</stc></mrq>";
        String id = identity + "-" + attempt;
        return ("MESSAGE sip:arc@" + host + " SIP/2.0\r\n"
                        + "Via: SIP/2.0/UDP " + own + ";branch=z9hG4bK" + id + ";rport\r\n"
                        + "Max-Forwards: 70\r\n"
                        + "From: <sip:" + identity + "@" + own + ">;tag=" + id + "\r\n"
                        + "To: <sip:arc@" + host + ">\r\n"
                        + "Call-ID: " + id + "@" + own + "\r\n"
                        + "CSeq: 1 MESSAGE\r\n"
                        + "Content-Type: application/scaip+xml\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
