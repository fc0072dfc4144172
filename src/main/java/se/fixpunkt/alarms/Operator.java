package se.fixpunkt.alarms;

import se.fixpunkt.shared.PersonId;

/** Somebody an alarm can be handed over to. */
public record Operator(PersonId id, String name) {}
