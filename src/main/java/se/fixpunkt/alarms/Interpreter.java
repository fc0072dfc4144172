package se.fixpunkt.alarms;

import java.util.Optional;

/**
 * How a protocol understands one message once it is known who sent it. Called by the intake inside its transaction, which
 * may be run again: it must be quick, have no effects, and give the same answer each time.
 */
@FunctionalInterface
public interface Interpreter {

    /** @param sender the registered device; empty when the register does not know it */
    Interpretation interpret(Optional<Sender> sender);
}
