package se.fixpunkt.alarms;

import java.time.Instant;
import java.util.List;

/** The queue as it changes, on this node and on the others. Takes {@code HANDLE_ALARMS}, of one organisation. */
public interface LiveAlarms {

    /**
     * Starts to tell the listener: first the whole state, then every change. Ends when the subscription is closed, or by
     * itself when the database is out of reach; the listener is then told so and should ask again.
     */
    Subscription listen(Listener listener);

    /** Told from one thread, which must not be kept waiting. */
    interface Listener {

        /** Everything that is open or taken, in the queue's order. Once, first. */
        void whole(List<Alarm> alarms);

        /** An alarm that is new or has another version than last told; it may be closed now. */
        void changed(Alarm alarm);

        /** A sign of life, every ten seconds or so, with the server's time. */
        void beat(Instant at);

        /** There is nothing more to come. */
        void ended();
    }

    /** Closing it stops the telling. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
