/** Server groups on this machine, as {@code ops/cluster} runs them, for tests that break them. */
package se.fixpunkt.cluster;
