/**
 * What runs the real thing, for the demo and for the tests alike: the real database, a real SMTP server that keeps what it is sent, and
 * Payara Micro with the built WAR. Everything listens on the loopback address only and dies with the process that started it.
 */
package se.fixpunkt.harness;
