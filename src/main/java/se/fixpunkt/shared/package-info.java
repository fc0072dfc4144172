/** Value types and rules that every context may use: ids, money, the clock, refusals, paging, retry. It knows no context. */
@BoundedContext(name = "shared")
package se.fixpunkt.shared;
