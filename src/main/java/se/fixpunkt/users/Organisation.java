package se.fixpunkt.users;

import se.fixpunkt.shared.OrganisationId;

/** An organisation as others see it. */
public record Organisation(OrganisationId id, String name) {}
