/**
 * Bills as Office Open XML workbooks, read and written as streams with the platform's own ZIP and XML parsers, under
 * limits of our own: what is uploaded is hostile until proven otherwise.
 */
package se.fixpunkt.bills.exchange.xlsx;
