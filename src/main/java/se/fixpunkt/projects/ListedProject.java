package se.fixpunkt.projects;

/**
 * A line in the caller's list of projects. A member may know the name of a project that demands a second factor; what is in
 * it he may not.
 *
 * @param role the caller's own
 * @param locked the project demands a second factor that this sign-in has not passed
 */
public record ListedProject(ProjectId id, String name, boolean twoFactorRequired, Role role, boolean locked) {}
