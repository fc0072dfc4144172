/** The rules of a bill of quantities: codes, row kinds, what a row may hold, and what a reader or writer of files promises. */
package se.fixpunkt.bills.domain;
