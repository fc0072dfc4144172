/** The whole way through the house, as a person and a device walk it. */
package se.fixpunkt.story;
