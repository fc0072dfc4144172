/** The status page. */
package se.fixpunkt.operations.faces;
