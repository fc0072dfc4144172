/** Bills from and to files that other programs read and write; the format is told by the content, never by the name. */
package se.fixpunkt.bills.exchange;
