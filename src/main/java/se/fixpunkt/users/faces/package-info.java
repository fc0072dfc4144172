/** The pages on which a main administrator manages people. */
package se.fixpunkt.users.faces;
