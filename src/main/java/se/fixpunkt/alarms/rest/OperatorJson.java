package se.fixpunkt.alarms.rest;

import se.fixpunkt.alarms.Operator;

/** Somebody an alarm can be handed over to, in the contract's form. */
public record OperatorJson(String id, String name) {
    static OperatorJson of(Operator operator) {
        return new OperatorJson(operator.id().toString(), operator.name());
    }
}
