package se.fixpunkt.alarms.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import se.fixpunkt.alarms.Arrival.Lane;
import se.fixpunkt.alarms.Overheard;

/** What waits for the writer: alarms before supervision, and before what is only noted. Bounded. */
final class IntakeQueue {
    private static final int ALARMS = 20_000;
    /** Room of its own: a storm of heartbeats takes none from alarms. */
    private static final int SUPERVISION = 20_000;

    private static final int NOTES = 20_000;
    /** Less is sooner through as one batch than as two at once: each costs the database and the other nodes a fixed price. */
    private static final int CROWD = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition crowded = lock.newCondition();
    private final FairLane alarms = new FairLane();
    private final FairLane supervision = new FairLane();
    private final Deque<Overheard> notes = new ArrayDeque<>();
    private long takes;

    /** Whether there was room. */
    boolean offer(Waiting waiting) {
        lock.lock();
        try {
            boolean alarm = waiting.arrival().lane() == Lane.ALARM;
            FairLane lane = alarm ? alarms : supervision;
            if (lane.size() >= (alarm ? ALARMS : SUPERVISION) || !lane.offer(waiting)) {
                return false;
            }
            filled.signal();
            if (messages() >= CROWD) {
                crowded.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there was room. */
    boolean offer(Overheard note) {
        lock.lock();
        try {
            if (notes.size() >= NOTES) {
                return false;
            }
            notes.add(note);
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Everything that waits, alarms first, up to the limit; what was given up meanwhile is left out. */
    List<Waiting> takeMessages(int limit) {
        lock.lock();
        try {
            takes++;
            List<Waiting> taken = new ArrayList<>();
            alarms.move(taken, limit);
            supervision.move(taken, limit);
            return taken;
        } finally {
            lock.unlock();
        }
    }

    List<Overheard> takeNotes(int limit) {
        lock.lock();
        try {
            List<Overheard> taken = new ArrayList<>();
            while (!notes.isEmpty() && taken.size() < limit) {
                taken.add(notes.remove());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return messages() == 0 && notes.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something comes, at most so long.
     *
     * @param notesToo false when notes cannot be written anyway
     */
    void await(Duration atMost, boolean notesToo) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (messages() == 0 && (notes.isEmpty() || !notesToo) && left > 0) {
                left = filled.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until more messages wait than one writer takes care of, at most so long.
     *
     * @return whether it is so, or messages wait and nobody has taken any in that time
     */
    boolean awaitNeed(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long before = takes;
            long left = atMost.toNanos();
            while (messages() < CROWD && left > 0) {
                left = crowded.awaitNanos(left);
            }
            return messages() >= CROWD || (messages() > 0 && takes == before);
        } finally {
            lock.unlock();
        }
    }

    private int messages() {
        return alarms.size() + supervision.size();
    }
}
