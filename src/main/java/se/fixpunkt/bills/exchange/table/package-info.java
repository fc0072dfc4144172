/**
 * How a table that people made becomes the rows of a bill: where its columns are, what its rows mean, whether its sums
 * agree. The same rules for every source that can deliver cells.
 */
package se.fixpunkt.bills.exchange.table;
