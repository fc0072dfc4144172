/** The way to the database: checked settings, a schema that is up to date, connections. The pool knows only this. */
package se.fixpunkt.shared.database;
