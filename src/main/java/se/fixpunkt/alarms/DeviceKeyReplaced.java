package se.fixpunkt.alarms;

import se.fixpunkt.shared.OrganisationId;

/** A device that had asked for a new key uses it; the old one is over. */
public record DeviceKeyReplaced(OrganisationId organisation, DeviceId device) implements DeviceEvent {}
