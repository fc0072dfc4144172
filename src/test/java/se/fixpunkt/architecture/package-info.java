/**
 * The rules of the house, held by ArchUnit, and a fixture of violators that proves of each rule that it can fail. Other rules are in
 * the compiler (ErrorProne, -Xlint) and in the formatter.
 */
package se.fixpunkt.architecture;
