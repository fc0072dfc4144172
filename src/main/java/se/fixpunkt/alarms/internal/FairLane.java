package se.fixpunkt.alarms.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.fixpunkt.alarms.DeviceIdentity;

/**
 * Messages that wait, each device's in the order they came, the devices in turn: one that floods waits behind itself, and the others'
 * alarms are in the next batch. Used under the queue's lock.
 */
final class FairLane {
    /** A second's worth of the fastest device that is in its right mind is far less; what is more waits in its own network. */
    private static final int PER_DEVICE = 2000;
    /** Of one device in one batch: a batch that a flood has filled is long under way, and the next alarm of everybody else waits for it. */
    private static final int SHARE = 100;

    private final Map<DeviceIdentity, Deque<Waiting>> byDevice = new HashMap<>();
    private final Deque<DeviceIdentity> turns = new ArrayDeque<>();
    private int size;

    /** Whether there was room for one more of its device. */
    boolean offer(Waiting waiting) {
        DeviceIdentity device = waiting.arrival().identity();
        Deque<Waiting> own = byDevice.get(device);
        if (own == null) {
            own = new ArrayDeque<>(2);
            byDevice.put(device, own);
            turns.add(device);
        }
        if (own.size() >= PER_DEVICE) {
            return false;
        }
        own.add(waiting);
        size++;
        return true;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * Moves what is next, until the list is as long as the limit or everybody has given his share; what was given up meanwhile is left
     * out.
     */
    void move(List<Waiting> to, int limit) {
        for (int round = 0; round < SHARE; round++) {
            for (int devices = turns.size(); devices > 0 && to.size() < limit; devices--) {
                moveOne(to);
            }
        }
    }

    private void moveOne(List<Waiting> to) {
        DeviceIdentity device = turns.remove();
        Deque<Waiting> own = byDevice.get(device);
        Waiting next = own.remove();
        size--;
        if (own.isEmpty()) {
            byDevice.remove(device);
        } else {
            turns.add(device);
        }
        if (!next.isOver()) {
            to.add(next);
        }
    }
}
