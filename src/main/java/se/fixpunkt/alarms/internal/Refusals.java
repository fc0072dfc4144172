package se.fixpunkt.alarms.internal;

import java.util.List;

/**
 * Messages that came from nobody in the register, or from somebody without the key of the device that he claims to be.
 * Fired inside the transaction that logs them; listen with {@code AFTER_SUCCESS}.
 */
record Refusals(List<LoggedExchange> messages) {
    Refusals {
        messages = List.copyOf(messages);
    }
}
