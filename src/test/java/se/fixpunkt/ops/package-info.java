/** What runs around the WAR says the same everywhere: compose, README, code. */
package se.fixpunkt.ops;
