package se.fixpunkt.architecture.violators.archive;

import java.sql.Connection;

/** A front door that speaks JDBC. */
public record RootWithTechnology(Connection connection) {}
