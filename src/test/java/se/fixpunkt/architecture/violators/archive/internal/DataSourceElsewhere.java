package se.fixpunkt.architecture.violators.archive.internal;

import javax.sql.DataSource;

/** Speaks SQL without being a repository. */
record DataSourceElsewhere(DataSource database) {}
