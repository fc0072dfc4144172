/** Code that breaks each rule of the house once, on purpose. Never part of the product, never part of the main check. */
package se.fixpunkt.architecture.violators;
