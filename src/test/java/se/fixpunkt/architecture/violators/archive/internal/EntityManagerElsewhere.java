package se.fixpunkt.architecture.violators.archive.internal;

import jakarta.persistence.EntityManager;

/** Stores without being a repository. */
record EntityManagerElsewhere(EntityManager entities) {}
