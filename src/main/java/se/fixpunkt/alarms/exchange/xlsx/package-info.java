/** Workbooks of devices, read and written with the JDK's ZIP and XML classes, see src/adr/022. */
package se.fixpunkt.alarms.exchange.xlsx;
