/**
 * {@code ./mvnw -Pdemo}: Fixpunkt with people, projects and devices to try it on, on this machine only. See the README for who signs in.
 */
package se.fixpunkt.demo;
