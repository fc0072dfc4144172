package se.fixpunkt.alarms;

import java.util.List;

/** How this node's reception is doing. Numbers only, nobody's data; whoever shows them asks for permission. */
public interface Reception {

    /** A receiver tells which port it listens on, and which over TLS; 0 says that it is off. */
    void opened(Protocol protocol, int port, int securePort);

    /** The receivers listen no more. */
    void closed();

    List<ReceiverState> receivers();

    /** Messages that wait for their commit at this moment. */
    int waiting();
}
