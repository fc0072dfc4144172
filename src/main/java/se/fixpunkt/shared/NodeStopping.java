package se.fixpunkt.shared;

/**
 * Fired on this node just before its process ends in good order, when load balancers have had time to notice and everything
 * still works: what must not be cut off is brought to its end in a plain observer. The process waits for it.
 */
public record NodeStopping() {}
