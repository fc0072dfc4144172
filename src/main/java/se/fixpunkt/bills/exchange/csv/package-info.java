/** Bills as separated text, the way spreadsheet programs save it. */
package se.fixpunkt.bills.exchange.csv;
