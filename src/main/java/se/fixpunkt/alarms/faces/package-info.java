/** The alarm side's pages: the desk, the device register, the conversations. */
package se.fixpunkt.alarms.faces;
