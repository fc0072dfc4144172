/**
 * The fault suite: while devices send and operators work, parts of a cluster of server groups are killed, frozen and cut off.
 * Afterwards the load's own books are compared with every database node.
 */
package se.fixpunkt.cluster.faults;
