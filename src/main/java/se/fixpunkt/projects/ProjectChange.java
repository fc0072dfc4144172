package se.fixpunkt.projects;

/**
 * What to change in a project; null leaves a thing as it is.
 *
 * @param version the version that the caller has seen; null takes whatever is there
 */
public record ProjectChange(String name, Boolean twoFactorRequired, Long version) {}
