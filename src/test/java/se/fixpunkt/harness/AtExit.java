package se.fixpunkt.harness;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be undone when this process ends, however it is asked to: newest first, one after the other. */
public final class AtExit {
    private static final Deque<Runnable> UNDOING = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::undo, "fixpunkt-at-exit"));
    }

    private AtExit() {}

    public static void run(Runnable undoing) {
        synchronized (UNDOING) {
            UNDOING.addFirst(undoing);
        }
    }

    public static void forget(Runnable undoing) {
        synchronized (UNDOING) {
            UNDOING.remove(undoing);
        }
    }

    private static void undo() {
        while (true) {
            Runnable next;
            synchronized (UNDOING) {
                next = UNDOING.pollFirst();
            }
            if (next == null) {
                return;
            }
            try {
                next.run();
            } catch (RuntimeException one) {
                // The others are to be undone all the same, and nobody is left to tell.
            }
        }
    }
}
